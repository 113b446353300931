//! Bytes to text: what any sheet has to be before it can be a table or settings. What is not text is told by what it is.

use crate::fault::Faults;
use crate::sources::{self, Sources};
use encoding_rs::{EUC_JP, Encoding, ISO_2022_JP, SHIFT_JIS};

/// Words for the faults that a file as a whole can have.
pub struct Mends {
    /// What cannot be read: 「表を読めません」.
    pub unread: &'static str,
    /// What to do where the file is not there.
    pub missing: &'static str,
    /// How to save it as text that can be read.
    pub save: &'static str,
}

/// The text of a file without the mark that Excel puts at its start. What is not there or no such text is one fault.
pub fn text_of<'s>(
    files: &'s Sources,
    name: &str,
    mends: &Mends,
    faults: &mut Faults,
) -> Option<&'s str> {
    let Some(bytes) = files.get(name) else {
        match files.why_unread(name) {
            Some(sources::Unread::Wrong(what, mend)) => faults.add(name, 0, "", what, mend),
            Some(sources::Unread::Closed(why)) => {
                let what = format!("{}（{why}）", mends.unread);
                let mend = "だれかが開いていれば閉じ、ファイルの権限を見ます";
                faults.add(name, 0, "", what, mend);
            }
            None => {
                let what = format!("{}（見つかりません）", mends.unread);
                faults.add(name, 0, "", what, mends.missing);
            }
        }
        return None;
    };
    match read(bytes) {
        Ok(text) => Some(text),
        Err(Unread { row, what, mend }) => {
            faults.add(name, row, "", what, mend.unwrap_or(mends.save));
            None
        }
    }
}

/// The text of bytes without the mark at their start.
///
/// # Errors
/// What they are instead, in words.
pub fn plain_text(bytes: &[u8]) -> Result<&str, String> {
    read(bytes).map_err(|Unread { row, what, .. }| match row {
        0 => what,
        row => format!("{row}行: {what}"),
    })
}

/// Why bytes are not taken as text.
struct Unread {
    row: usize,
    what: String,
    /// What to do, where saving it in another way does not help.
    mend: Option<&'static str>,
}

impl Unread {
    fn is(what: impl Into<String>) -> Self {
        Self {
            row: 0,
            what: what.into(),
            mend: None,
        }
    }
}

fn read(bytes: &[u8]) -> Result<&str, Unread> {
    if bytes.len() > Sources::MOST_BYTES {
        return Err(Unread {
            mend: Some("いらない行と列を消すか、表を分けます"),
            ..Unread::is(format!(
                "{}メガバイトをこえています",
                Sources::MOST_BYTES / 1_000_000
            ))
        });
    }
    if let Some(what) = of_another_program(bytes) {
        return Err(Unread::is(what));
    }
    if is_utf_16(bytes) {
        return Err(in_encoding("UTF-16"));
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(problem) => return Err(not_utf_8(bytes, problem.valid_up_to())),
    };
    let text = text.trim_start_matches('\u{feff}');
    if let Some(row) = conflict(text) {
        return Err(Unread {
            row,
            what: "2人の直しがぶつかった印（<<<<<<<）があります".to_owned(),
            mend: Some("どちらの行をのこすかを決めて、印の行を消します"),
        });
    }
    if let Some(what) = markup(text) {
        return Err(Unread::is(what));
    }
    if bytes.contains(&0x1b) && is_in(ISO_2022_JP, bytes) {
        return Err(in_encoding("ISO-2022-JP"));
    }
    match text.find('\0') {
        Some(at) => Err(Unread {
            row: row_at(text.as_bytes(), at),
            what: "見えない文字（NUL）があります".to_owned(),
            mend: Some("その行を書きなおすか、前に保存したファイルにもどします"),
        }),
        None => Ok(text),
    }
}

/// By the bytes with which the programs of an office begin their files.
fn of_another_program(bytes: &[u8]) -> Option<&'static str> {
    const BEGINNINGS: [(&[u8], &str); 4] = [
        (b"\xd0\xcf\x11\xe0", "中身が古い Excel のブック（xls）です"),
        (b"%PDF", "中身が PDF です"),
        (b"{\\rtf", "中身がワープロの文書（RTF）です"),
        (b"\x1f\x8b", "中身が圧縮したファイルです"),
    ];
    if bytes.starts_with(b"PK\x03\x04") {
        return Some(of_a_zip(bytes));
    }
    let mut beginnings = BEGINNINGS.iter();
    let found = beginnings.find(|(beginning, _)| bytes.starts_with(beginning));
    found.map(|(_, what)| *what)
}

fn of_a_zip(bytes: &[u8]) -> &'static str {
    const LOOKED_AT: usize = 4096;
    let start = &bytes[..bytes.len().min(LOOKED_AT)];
    let holds = |mark: &str| {
        start
            .windows(mark.len())
            .any(|part| part == mark.as_bytes())
    };
    if holds("opendocument.spreadsheet") {
        "中身が LibreOffice の表（ods）です"
    } else if holds("[Content_Types].xml") || holds("xl/") {
        "中身が Excel のブック（xlsx）です"
    } else {
        "中身が圧縮したファイル（zip）です"
    }
}

/// The row in which Git left both of two changes for somebody to choose.
fn conflict(text: &str) -> Option<usize> {
    let is_mark = |line: &str| line.starts_with("<<<<<<< ");
    text.lines().position(is_mark).map(|place| place + 1)
}

/// A page or a book in XML under the name of a sheet.
fn markup(text: &str) -> Option<&'static str> {
    let start: String = text.trim_start().chars().take(200).collect();
    let start = start.to_ascii_lowercase();
    if !start.starts_with('<') {
        return None;
    }
    Some(if start.starts_with("<?xml") && !start.contains("html") {
        "中身が XML です"
    } else {
        "中身が Web ページ（HTML）です"
    })
}

fn is_utf_16(bytes: &[u8]) -> bool {
    const LOOKED_AT: usize = 200;
    let start = &bytes[..bytes.len().min(LOOKED_AT)];
    // Commas and digits have a zero beside them; only a text of UTF-16 has one in many places of one side.
    let zeros = |side: usize| start.iter().skip(side).step_by(2).filter(|b| **b == 0);
    let is_side = |side| zeros(side).count() > 1 && zeros(1 - side).count() == 0;
    let marked = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let many = start.len() > 8 && (zeros(0).count() + zeros(1).count()) * 10 > start.len();
    marked || (many && (is_side(0) || is_side(1)))
}

/// A byte that is out of place among much that is right, or another encoding from the first word on.
fn not_utf_8(bytes: &[u8], valid: usize) -> Unread {
    let read = bytes[..valid].strip_prefix(b"\xef\xbb\xbf");
    if !read.unwrap_or(&bytes[..valid]).is_ascii() {
        return Unread {
            row: row_at(bytes, valid),
            what: "UTF-8 として読めない文字があります".to_owned(),
            mend: Some("その行を書きなおすか、前に保存したファイルにもどします"),
        };
    }
    let candidates = [("Shift_JIS", SHIFT_JIS), ("EUC-JP", EUC_JP)];
    let found = candidates
        .iter()
        .filter_map(|(name, encoding)| Some((*name, kana_and_kanji(encoding, bytes)?)))
        .max_by_key(|(_, letters)| *letters);
    match found {
        Some((name, _)) => in_encoding(name),
        None => Unread::is("文字の形式が UTF-8 ではありません"),
    }
}

fn in_encoding(name: &str) -> Unread {
    Unread::is(format!("文字の形式が UTF-8 ではありません（{name} です）"))
}

/// How many letters of Japanese these bytes are in an encoding; nothing if they are not in it.
fn kana_and_kanji(encoding: &'static Encoding, bytes: &[u8]) -> Option<usize> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    let is_letter = |sign: &char| matches!(sign, 'ぁ'..='ヿ' | '一'..='鿿');
    Some(text.chars().filter(is_letter).count())
}

fn is_in(encoding: &'static Encoding, bytes: &[u8]) -> bool {
    encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .is_some()
}

fn row_at(bytes: &[u8], at: usize) -> usize {
    bytes[..at].iter().filter(|byte| **byte == b'\n').count() + 1
}
