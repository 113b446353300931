//! What the grammars share: a refusal in staff's words, said by the parser that knows what had to stand there.

use winnow::combinator::cut_err;
use winnow::error::{ErrMode, ParserError};
use winnow::stream::Stream;
use winnow::{ModalResult, Parser};

/// What a parser of these grammars gives.
pub type Read<T> = ModalResult<T, Refusal>;

/// Why a text is refused; empty where a parser has nothing to say and another may try.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong.
    pub what: &'static str,
    /// What to write.
    pub mend: &'static str,
}

impl Refusal {
    /// The text cannot be read in any other way.
    pub fn cut(what: &'static str, mend: &'static str) -> ErrMode<Self> {
        ErrMode::Cut(Self { what, mend })
    }
}

impl<I: Stream> ParserError<I> for Refusal {
    type Inner = Self;

    fn from_input(_: &I) -> Self {
        Self::default()
    }

    fn into_inner(self) -> Result<Self, Self> {
        Ok(self)
    }
}

/// What has to stand here: else the text is refused, in these words or in those that the parser itself has.
pub fn must<I: Stream, T>(
    parser: impl Parser<I, T, ErrMode<Refusal>>,
    what: &'static str,
    mend: &'static str,
) -> impl Parser<I, T, ErrMode<Refusal>> {
    let said = move |refusal: Refusal| match refusal.what {
        "" => Refusal { what, mend },
        _ => refusal,
    };
    cut_err(parser.map_err(move |error: ErrMode<Refusal>| error.map(said)))
}
