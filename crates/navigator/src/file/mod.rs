//! The two compiled files: the knowledge of the whole country, and a town's own part. Written the same each time, and
//! refused when they are read and are not whole.
//!
//! A body is the part itself without its texts, in postcard, and behind it all texts as one, in UTF-16: texts compress best
//! among texts, and Japanese in two bytes a letter (1.7 KB less in brotli than UTF-8).

mod join;
mod seal;
mod texts;

pub use join::join;
pub use seal::{FORMAT_VERSION, FileFault};

use crate::model::{Catalog, KnowledgePart, TownPart};
use seal::{seal, unseal};
use serde::Serialize;
use serde::de::DeserializeOwned;
use texts::Each;

const KNOWLEDGE: [u8; 4] = *b"MDGK";
const TOWN: [u8; 4] = *b"MDGT";

/// The separator between texts: no sheet can hold it.
const END_OF_TEXT: char = '\0';

/// The knowledge of the country as it was loaded: whole, and taken apart when a town is joined with it, each time anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Knowledge {
    checksum: u64,
    body: Vec<u8>,
}

impl Knowledge {
    /// By which a town's part names the knowledge that it was compiled with.
    #[must_use]
    pub fn checksum(&self) -> u64 {
        self.checksum
    }
}

/// Writes the knowledge without the ids that only staff and tests name rows by. `None` if it could not be read back as it
/// is.
#[must_use]
pub fn write_knowledge(knowledge: &KnowledgePart) -> Option<Vec<u8>> {
    written(KNOWLEDGE, &knowledge.for_phones(), of_knowledge)
}

/// Writes a town's part, likewise.
#[must_use]
pub fn write_town(part: &TownPart) -> Option<Vec<u8>> {
    written(TOWN, &part.for_phones(), texts::of_town)
}

/// Writes both files of a catalog that was made by hand: all entries are the town's own, and nothing is worded otherwise.
#[must_use]
pub fn write_both(catalog: &Catalog) -> Option<(Vec<u8>, Vec<u8>)> {
    let (knowledge, mut part) = join::split(catalog);
    let knowledge_file = write_knowledge(&knowledge)?;
    let knowledge = read_knowledge(&knowledge_file).ok()?;
    part.knowledge = knowledge.checksum();
    let town_file = write_town(&part)?;
    let whole = read_town(&town_file, &knowledge).is_ok();
    whole.then_some((knowledge_file, town_file))
}

/// Reads the knowledge, refusing whatever is not whole. What is in it is looked at when a town is read.
///
/// # Errors
/// If the bytes are no knowledge, are of another version, or are damaged.
pub fn read_knowledge(file: &[u8]) -> Result<Knowledge, FileFault> {
    let (checksum, body) = unseal(KNOWLEDGE, file)?;
    Ok(Knowledge {
        checksum,
        body: body.to_vec(),
    })
}

/// Reads a town's part and joins it with the knowledge, refusing whatever is not whole or not sound.
///
/// # Errors
/// If the bytes are no town's, are of another version, are damaged, or were compiled with other knowledge.
pub fn read_town(file: &[u8], knowledge: &Knowledge) -> Result<Catalog, FileFault> {
    let (_, body) = unseal(TOWN, file)?;
    let part = read_part(body, texts::of_town).ok_or(FileFault::Damaged)?;
    if part.knowledge != knowledge.checksum {
        return Err(FileFault::OtherKnowledge);
    }
    let shared = read_part(&knowledge.body, of_knowledge);
    shared
        .and_then(|shared| join(shared, part))
        .ok_or(FileFault::Damaged)
}

fn of_knowledge(knowledge: &mut KnowledgePart, each: Each) {
    texts::worded(knowledge, each);
    texts::unworded(knowledge, each);
}

/// What would not come back as it went is not written.
fn written<T>(mark: [u8; 4], part: &T, texts: fn(&mut T, Each)) -> Option<Vec<u8>>
where
    T: Clone + PartialEq + Serialize + DeserializeOwned,
{
    let mut bare = part.clone();
    let mut text = String::new();
    texts(&mut bare, &mut |one| {
        text.push_str(&std::mem::take(one));
        text.push(END_OF_TEXT);
    });
    let text: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let body = postcard::to_allocvec(&(bare, text)).ok()?;
    let read: T = read_part(&body, texts)?;
    (read == *part).then(|| seal(mark, &body))
}

/// Nothing may be left over: what nobody read belongs to another shape.
fn read_part<T: DeserializeOwned>(body: &[u8], texts: fn(&mut T, Each)) -> Option<T> {
    let ((mut part, text), over) = postcard::take_from_bytes::<(T, &[u8])>(body).ok()?;
    let text = from_utf16(text)?;
    let mut rest = &*text;
    let mut whole = over.is_empty();
    texts(&mut part, &mut |one| match rest.split_once(END_OF_TEXT) {
        Some((text, others)) => {
            text.clone_into(one);
            rest = others;
        }
        None => whole = false,
    });
    (whole && rest.is_empty()).then_some(part)
}

fn from_utf16(bytes: &[u8]) -> Option<String> {
    let (units, half) = bytes.as_chunks();
    let units = units.iter().map(|&unit| u16::from_be_bytes(unit));
    let text: Result<String, _> = char::decode_utf16(units).collect();
    text.ok().filter(|_| half.is_empty())
}
