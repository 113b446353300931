//! What stands around the body of a compiled file, and what is refused before its body is read.
//!
//! Mark (four letters), format version (u16, little endian), FNV-1a 64 of the body (u64, little endian), body.

/// Raised whenever the shape of the body changes, so that an old app refuses a new file.
pub const FORMAT_VERSION: u16 = 13;

/// Why a file was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// Not such a file at all.
    NotACatalog,
    /// A file of another version of the app.
    OtherVersion(u16),
    /// Cut short or damaged on the way.
    Damaged,
    /// A town's file that was compiled with other knowledge than this.
    OtherKnowledge,
}

/// The body with all that stands around it.
pub fn seal(mark: [u8; 4], body: &[u8]) -> Vec<u8> {
    let version = FORMAT_VERSION.to_le_bytes();
    let sum = checksum(body).to_le_bytes();
    [&mark, &version[..], &sum, body].concat()
}

/// The body of a file that is whole, and its checksum.
pub fn unseal(mark: [u8; 4], file: &[u8]) -> Result<(u64, &[u8]), FileFault> {
    let rest = file.strip_prefix(&mark).ok_or(FileFault::NotACatalog)?;
    let (version, rest) = rest.split_first_chunk().ok_or(FileFault::Damaged)?;
    let version = u16::from_le_bytes(*version);
    if version != FORMAT_VERSION {
        return Err(FileFault::OtherVersion(version));
    }
    let (sum, body) = rest.split_first_chunk().ok_or(FileFault::Damaged)?;
    let sum = u64::from_le_bytes(*sum);
    if sum == checksum(body) {
        Ok((sum, body))
    } else {
        Err(FileFault::Damaged)
    }
}

/// FNV-1a: ten bytes of code, where a table-driven checksum would weigh a kilobyte.
fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
