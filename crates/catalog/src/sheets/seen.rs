//! What could be seen of a sheet: all of it, or a part. What is looked up in a part and not found is nobody's fault, so
//! whoever says that something is missing has to ask for the whole.

use std::ops::Deref;

/// What a sheet gave, as far as it could be read.
#[derive(Clone, Debug)]
pub struct Seen<T> {
    what: T,
    whole: bool,
}

impl<T> Seen<T> {
    /// All that the sheet says.
    pub fn all(what: T) -> Self {
        Self { what, whole: true }
    }

    /// Less than the sheet says: why has been told already.
    pub fn part(what: T) -> Self {
        Self { what, whole: false }
    }

    /// All that the sheet says, from which may be concluded that something is missing. Nothing where only a part of it
    /// could be read.
    #[must_use]
    pub fn whole(&self) -> Option<&T> {
        self.whole.then_some(&self.what)
    }
}

impl<T> Seen<T> {
    /// The same of what follows from it.
    pub fn map<U>(&self, follows: impl FnOnce(&T) -> U) -> Seen<U> {
        Seen {
            what: follows(&self.what),
            whole: self.whole,
        }
    }
}

/// Nothing was seen yet.
impl<T: Default> Default for Seen<T> {
    fn default() -> Self {
        Self::part(T::default())
    }
}

/// What could be read, to look something up.
impl<T> Deref for Seen<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.what
    }
}

impl<'s, T> IntoIterator for &'s Seen<T>
where
    &'s T: IntoIterator,
{
    type Item = <&'s T as IntoIterator>::Item;
    type IntoIter = <&'s T as IntoIterator>::IntoIter;

    fn into_iter(self) -> Self::IntoIter {
        (&self.what).into_iter()
    }
}
