//! The grammar of conditions, loosest first: `または`, `かつ`, `でない` (after what it denies), `名前=値/値`, brackets.
//!
//! Wide signs （ ） ＝ ／ are read like narrow ones. `または` and `かつ` may only be mixed with brackets: what a reader
//! could take in two ways is refused. Every parser takes the blanks behind its token, so that a refusal points at the
//! next token.

use super::fault::ConditionFault;
use super::tree::{Tree, Word};
use crate::grammar::{Read, Refusal, must};
use winnow::Parser;
use winnow::combinator::{alt, eof, not, opt, peek, preceded, repeat, separated, terminated};
use winnow::error::ErrMode;
use winnow::stream::LocatingSlice;
use winnow::token::{one_of, take_while};

type Text<'t> = LocatingSlice<&'t str>;

const AND: &str = "かつ";
const OR: &str = "または";
const NOT: [&str; 2] = ["でない", "ではない"];
const SIGNS: &str = "()=/（）＝／";
/// What conditions may name without any question.
const OWN: [&str; 2] = ["困りごと", "聞く人"];
const FOR_EXAMPLE: &str = "「年れい=65歳以上」のように書きます";

/// Deeper nesting than any person writes; a bound keeps hostile text from exhausting the stack.
const DEEPEST: usize = 32;

/// Reads a text; nothing is written in an empty one.
pub fn read_tree(text: &str) -> Result<Option<Tree<'_>>, ConditionFault> {
    whole.parse(Text::new(text)).map_err(|error| {
        let Refusal { what, mend } = *error.inner();
        let next = text[error.offset()..].split_whitespace().next();
        let what = what.replace("{}", next.unwrap_or_default());
        ConditionFault::at(text, error.offset(), what, mend)
    })
}

fn whole<'t>(input: &mut Text<'t>) -> Read<Option<Tree<'t>>> {
    blank(input)?;
    if opt(eof).parse_next(input)?.is_some() {
        return Ok(None);
    }
    let tree = joined(input, 0)?;
    let mend = "あいだに「かつ」か「または」を入れます";
    must(eof, "「{}」の前で文が終わっています", mend).parse_next(input)?;
    Ok(Some(tree))
}

fn joined<'t>(input: &mut Text<'t>, depth: usize) -> Read<Tree<'t>> {
    let first = denied(input, depth)?;
    let either = || alt((keyword(AND), keyword(OR)));
    let Some(joint) = opt(peek(either())).parse_next(input)? else {
        return Ok(first);
    };
    let next = |input: &mut Text<'t>| denied(input, depth);
    let others: Vec<Tree> = repeat(1.., preceded(keyword(joint), next)).parse_next(input)?;
    let what = "「かつ」と「または」がまざっていて、2通りに読めます";
    must(not(either()), what, "先にまとめるほうを ( ) で囲みます").parse_next(input)?;
    let parts = std::iter::once(first).chain(others).collect();
    Ok(if joint == AND {
        Tree::All(parts)
    } else {
        Tree::Any(parts)
    })
}

fn denied<'t>(input: &mut Text<'t>, depth: usize) -> Read<Tree<'t>> {
    let tree = single(input, depth)?;
    let denial = alt(NOT.map(keyword));
    let denials: usize = repeat(0.., denial).parse_next(input)?;
    if denials > DEEPEST {
        return Err(Refusal::cut(
            "「でない」が多すぎます",
            "「でない」を1つにします",
        ));
    }
    Ok((0..denials).fold(tree, |tree, _| Tree::Not(Box::new(tree))))
}

fn single<'t>(input: &mut Text<'t>, depth: usize) -> Read<Tree<'t>> {
    let bracket = |input: &mut Text<'t>| bracket(input, depth);
    must(alt((bracket, named)), "ここに条件がありません", FOR_EXAMPLE).parse_next(input)
}

fn bracket<'t>(input: &mut Text<'t>, depth: usize) -> Read<Tree<'t>> {
    sign(['(', '（']).parse_next(input)?;
    if depth == DEEPEST {
        return Err(Refusal::cut("( ) が深すぎます", "条件を分けます"));
    }
    let inner = joined(input, depth + 1)?;
    must(sign([')', '）']), "( が閉じていません", "「)」を足します").parse_next(input)?;
    Ok(inner)
}

fn named<'t>(input: &mut Text<'t>) -> Read<Tree<'t>> {
    let name = name.parse_next(input)?;
    must(sign(['=', '＝']), "ここに「=」がありません", FOR_EXAMPLE).parse_next(input)?;
    let value = must(
        self::name,
        "「=」や「/」の後に値がありません",
        "値を書きます",
    );
    let values = separated(1.., value, sign(['/', '／'])).parse_next(input)?;
    Ok(Tree::Named(name, values))
}

/// A word that joins and denies nothing.
fn name<'t>(input: &mut Text<'t>) -> Read<Word<'t>> {
    let own = |word: &Word| word.text != AND && word.text != OR && !NOT.contains(&word.text);
    word.verify(own).parse_next(input)
}

fn keyword<'t>(text: &'static str) -> impl Parser<Text<'t>, &'static str, ErrMode<Refusal>> {
    word.verify(move |word: &Word| word.text == text)
        .value(text)
}

fn word<'t>(input: &mut Text<'t>) -> Read<Word<'t>> {
    let letters = take_while(1.., |sign: char| {
        !sign.is_whitespace() && !SIGNS.contains(sign)
    });
    let (text, span) = terminated(letters.with_span(), blank).parse_next(input)?;
    Ok(Word {
        text,
        at: span.start,
    })
}

fn sign<'t>(looks: [char; 2]) -> impl Parser<Text<'t>, char, ErrMode<Refusal>> {
    terminated(one_of(looks), blank)
}

fn blank(input: &mut Text) -> Read<()> {
    take_while(0.., char::is_whitespace)
        .void()
        .parse_next(input)
}

/// True for a word by which a condition can name a question or an option.
pub fn is_name(text: &str) -> bool {
    let is_taken = [AND, OR].contains(&text) || NOT.contains(&text) || OWN.contains(&text);
    let is_sign = |sign: char| sign.is_whitespace() || SIGNS.contains(sign);
    !text.is_empty() && !is_taken && !text.contains(is_sign)
}
