//! Bytes to text: what any sheet has to be before it can be a table or settings.

use crate::fault::Faults;
use crate::sources::Sources;

/// Words for the two faults that a file as a whole can have.
pub struct Mends {
    /// What cannot be read: 「表を読めません」.
    pub unread: &'static str,
    /// What to do where the file is not there.
    pub missing: &'static str,
    /// What to do where it is in another encoding.
    pub encoding: &'static str,
}

/// The text of a file without the mark that Excel puts at its start. What is not there or not UTF-8 is one fault, and
/// the sheet counts as lost.
pub fn text_of<'s>(
    sources: &'s Sources,
    name: &str,
    mends: &Mends,
    faults: &mut Faults,
) -> Option<&'s str> {
    let Some(bytes) = sources.get(name) else {
        let what = format!("{}（見つかりません）", mends.unread);
        faults.lose(name, 0, what, mends.missing);
        return None;
    };
    let Ok(text) = std::str::from_utf8(bytes) else {
        faults.lose(name, 0, "文字の形式が UTF-8 ではありません", mends.encoding);
        return None;
    };
    Some(text.strip_prefix('\u{feff}').unwrap_or(text))
}
