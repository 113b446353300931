//! The compiled file: one town in few bytes, and what is refused when it is read.
//!
//! Layout: `MDGN`, format version (u16, little endian), FNV-1a 64 of the body (u64, little endian),
//! body: length of the numbers (u32, little endian), numbers, texts. The numbers begin with the letters
//! that the texts are written in (`alphabet`); then both follow the order of `layout`.

use crate::alphabet;
use crate::layout::{Codec, END_OF_TEXT, lay_out};
use crate::model::Catalog;

/// Raised whenever the layout of [`Catalog`] changes, so that an old app refuses a new file.
pub const FORMAT_VERSION: u16 = 4;

const MARK: &[u8; 4] = b"MDGN";

/// Why a file was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackFault {
    /// Not a catalog at all.
    NotACatalog,
    /// A catalog of another version of the app.
    OtherVersion(u16),
    /// Cut short or damaged on the way.
    Damaged,
}

/// Writes a catalog. `None` if it is not sound or could not be read back as it is.
#[must_use]
pub fn pack(catalog: &Catalog) -> Option<Vec<u8>> {
    if !catalog.is_sound() {
        return None;
    }
    let mut writer = Writer::default();
    lay_out(&mut writer, &mut catalog.clone());
    let letters = alphabet::letters_of(&writer.texts);
    let texts = alphabet::write(&writer.texts, &alphabet::letters_from(letters.clone())?)?;
    let mut alphabet = Writer::default();
    alphabet.length(letters.len());
    for letter in letters {
        alphabet.number(&mut u64::from(letter));
    }
    let numbers = u32::try_from(alphabet.numbers.len() + writer.numbers.len()).ok()?;
    let mut body = numbers.to_le_bytes().to_vec();
    body.extend(alphabet.numbers);
    body.extend(writer.numbers);
    body.extend(texts);
    let mut file = MARK.to_vec();
    file.extend_from_slice(&FORMAT_VERSION.to_le_bytes());
    file.extend_from_slice(&fnv1a(&body).to_le_bytes());
    file.extend_from_slice(&body);
    // What would not come back as it went is not written.
    let whole = unpack(&file).is_ok_and(|read| read == catalog.for_phones());
    whole.then_some(file)
}

/// Reads a catalog, refusing whatever is not whole.
///
/// # Errors
/// If the bytes are not a catalog, are of another version, or are damaged.
pub fn unpack(file: &[u8]) -> Result<Catalog, PackFault> {
    let rest = file.strip_prefix(MARK).ok_or(PackFault::NotACatalog)?;
    let (version, rest) = rest.split_first_chunk().ok_or(PackFault::Damaged)?;
    let version = u16::from_le_bytes(*version);
    if version != FORMAT_VERSION {
        return Err(PackFault::OtherVersion(version));
    }
    let (sum, body) = rest.split_first_chunk().ok_or(PackFault::Damaged)?;
    if u64::from_le_bytes(*sum) != fnv1a(body) {
        return Err(PackFault::Damaged);
    }
    read(body).ok_or(PackFault::Damaged)
}

fn read(body: &[u8]) -> Option<Catalog> {
    let (numbers, rest) = body.split_first_chunk()?;
    let numbers = usize::try_from(u32::from_le_bytes(*numbers)).ok()?;
    let (numbers, texts) = rest.split_at_checked(numbers)?;
    let mut reader = Reader {
        numbers,
        texts: "",
        failed: false,
    };
    let mut letters = vec![0; reader.length(0)];
    for letter in &mut letters {
        let mut number = 0;
        reader.number(&mut number);
        *letter = u32::try_from(number).ok()?;
    }
    let texts = alphabet::read(texts, &alphabet::letters_from(letters)?)?;
    reader.texts = &texts;
    let mut catalog = Catalog::default();
    lay_out(&mut reader, &mut catalog);
    // What nobody read belongs to another layout.
    let whole = !reader.failed && reader.numbers.is_empty() && reader.texts.is_empty();
    (whole && catalog.is_sound()).then_some(catalog)
}

#[derive(Default)]
struct Writer {
    /// LEB128, least significant seven bits first.
    numbers: Vec<u8>,
    texts: String,
}

impl Codec for Writer {
    fn number(&mut self, value: &mut u64) {
        let mut rest = *value;
        while rest >= 0x80 {
            self.numbers.push(rest.to_le_bytes()[0] | 0x80);
            rest >>= 7;
        }
        self.numbers.push(rest.to_le_bytes()[0]);
    }

    fn text(&mut self, value: &mut String) {
        self.texts.push_str(value);
        self.texts.push(END_OF_TEXT);
    }

    fn length(&mut self, length: usize) -> usize {
        self.number(&mut u64::try_from(length).unwrap_or(u64::MAX));
        length
    }
}

struct Reader<'a> {
    numbers: &'a [u8],
    texts: &'a str,
    failed: bool,
}

impl Reader<'_> {
    /// With nothing left to read, the lists that follow are empty: a damaged file makes no room for them.
    fn fail(&mut self) {
        self.failed = true;
        self.numbers = &[];
        self.texts = "";
    }
}

impl Codec for Reader<'_> {
    fn number(&mut self, value: &mut u64) {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let Some((&byte, rest)) = self.numbers.split_first() else {
                self.fail();
                break;
            };
            self.numbers = rest;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                break;
            }
        }
        *value = number;
    }

    fn text(&mut self, value: &mut String) {
        match self.texts.split_once(END_OF_TEXT) {
            Some((text, rest)) => {
                text.clone_into(value);
                self.texts = rest;
            }
            None => self.fail(),
        }
    }

    fn length(&mut self, _: usize) -> usize {
        let mut number = 0;
        self.number(&mut number);
        // Every item of a list takes at least one byte of what is left.
        let left = self.numbers.len() + self.texts.len();
        match usize::try_from(number) {
            Ok(length) if length <= left => length,
            _ => {
                self.fail();
                0
            }
        }
    }
}

pub(crate) fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
