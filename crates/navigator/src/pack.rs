//! The compiled file: one town in few bytes, and what is refused when it is read.
//!
//! Layout: `MDGN`, format version (u16, little endian), FNV-1a 64 of the body (u64, little endian),
//! body (postcard of [`Catalog`]).

use crate::catalog::Catalog;

/// Raised whenever the layout of [`Catalog`] changes, so that an old app refuses a new file.
pub const FORMAT_VERSION: u16 = 2;

const MARK: &[u8; 4] = b"MDGN";
const HEAD: usize = MARK.len() + 2 + 8;

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

/// Writes a catalog. `None` if it is not sound or cannot be written.
#[must_use]
pub fn pack(catalog: &Catalog) -> Option<Vec<u8>> {
    if !catalog.is_sound() {
        return None;
    }
    let body = postcard::to_allocvec(catalog).ok()?;
    let mut file = Vec::with_capacity(HEAD + body.len());
    file.extend_from_slice(MARK);
    file.extend_from_slice(&FORMAT_VERSION.to_le_bytes());
    file.extend_from_slice(&fnv1a(&body).to_le_bytes());
    file.extend_from_slice(&body);
    Some(file)
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
    let catalog: Catalog = postcard::from_bytes(body).map_err(|_| PackFault::Damaged)?;
    if catalog.is_sound() {
        Ok(catalog)
    } else {
        Err(PackFault::Damaged)
    }
}

fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
