//! The two compiled files: the knowledge of the whole country, and a town's own part. Written the same each time, and
//! refused when they are read and are not whole.
//!
//! A body is the part itself, in postcard, and behind it all of its texts as one: texts compress best among texts.

mod join;
mod seal;
mod texts;

pub use join::join;
pub use seal::{FORMAT_VERSION, FileFault};

use crate::model::{Catalog, Knowledge, TownPart};
use seal::{seal, unseal};
use serde::{Deserialize, Serialize};
use texts::Each;

const KNOWLEDGE: [u8; 4] = *b"MDGK";
const TOWN: [u8; 4] = *b"MDGT";

/// The separator between texts: no sheet can hold it.
const END_OF_TEXT: char = '\0';

/// Writes the knowledge without the ids that only staff and tests name rows by. `None` if it is not sound or could not be
/// read back as it is.
#[must_use]
pub fn write_knowledge(knowledge: &Knowledge) -> Option<Vec<u8>> {
    let mut knowledge = knowledge.for_phones();
    let file = seal(KNOWLEDGE, &written(&knowledge, of_knowledge)?);
    let read = read_knowledge(&file).ok()?;
    knowledge.checksum = read.checksum;
    (read == knowledge).then_some(file)
}

/// Writes a town's part, likewise.
#[must_use]
pub fn write_town(part: &TownPart) -> Option<Vec<u8>> {
    let part = part.for_phones();
    let file = seal(TOWN, &written(&part, texts::of_town)?);
    let (_, body) = unseal(TOWN, &file).ok()?;
    (read_part(body, texts::of_town)? == part).then_some(file)
}

/// Writes both files of a catalog that was made by hand: all entries are the town's own, and nothing is worded otherwise.
#[must_use]
pub fn write_both(catalog: &Catalog) -> Option<(Vec<u8>, Vec<u8>)> {
    let (knowledge, mut part) = join::split(catalog);
    let knowledge_file = write_knowledge(&knowledge)?;
    let knowledge = read_knowledge(&knowledge_file).ok()?;
    part.knowledge = knowledge.checksum;
    let town_file = write_town(&part)?;
    let whole = read_town(&town_file, &knowledge).is_ok();
    whole.then_some((knowledge_file, town_file))
}

/// Reads the knowledge, refusing whatever is not whole.
///
/// # Errors
/// If the bytes are no knowledge, are of another version, or are damaged.
pub fn read_knowledge(file: &[u8]) -> Result<Knowledge, FileFault> {
    let (checksum, body) = unseal(KNOWLEDGE, file)?;
    let mut knowledge: Knowledge = read_part(body, of_knowledge).ok_or(FileFault::Damaged)?;
    knowledge.checksum = checksum;
    let sound = knowledge.is_sound();
    sound.then_some(knowledge).ok_or(FileFault::Damaged)
}

/// Reads a town's part and joins it with the knowledge, refusing whatever is not whole.
///
/// # Errors
/// If the bytes are no town's, are of another version, are damaged, or were compiled with other knowledge.
pub fn read_town(file: &[u8], knowledge: &Knowledge) -> Result<Catalog, FileFault> {
    let (_, body) = unseal(TOWN, file)?;
    let part: TownPart = read_part(body, texts::of_town).ok_or(FileFault::Damaged)?;
    if part.knowledge != knowledge.checksum {
        return Err(FileFault::OtherKnowledge);
    }
    join(knowledge, part).ok_or(FileFault::Damaged)
}

fn of_knowledge(knowledge: &mut Knowledge, each: Each) {
    texts::worded(knowledge, each);
    texts::unworded(knowledge, each);
}

fn written<T: Clone + Serialize>(part: &T, texts: fn(&mut T, Each)) -> Option<Vec<u8>> {
    let mut part = part.clone();
    let mut text = String::new();
    texts(&mut part, &mut |one| {
        text.push_str(&std::mem::take(one));
        text.push(END_OF_TEXT);
    });
    postcard::to_allocvec(&(part, text)).ok()
}

/// Nothing may be left over: what nobody read belongs to another shape.
fn read_part<'a, T: Deserialize<'a>>(body: &'a [u8], texts: fn(&mut T, Each)) -> Option<T> {
    let ((mut part, mut rest), over) = postcard::take_from_bytes::<(T, &str)>(body).ok()?;
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
