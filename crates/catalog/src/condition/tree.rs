//! A condition as it is written, before anybody knows what its words mean.

/// Conditions joined and denied.
#[derive(Debug)]
pub enum Tree<'t> {
    /// `年れい=64歳まで/65歳以上`.
    Named(Word<'t>, Vec<Word<'t>>),
    /// `… でない`.
    Not(Box<Tree<'t>>),
    /// `… かつ …`.
    All(Vec<Tree<'t>>),
    /// `… または …`.
    Any(Vec<Tree<'t>>),
}

/// A word and where it stands in the text, in bytes.
#[derive(Clone, Copy, Debug)]
pub struct Word<'t> {
    /// As it is written.
    pub text: &'t str,
    /// Its first byte.
    pub at: usize,
}
