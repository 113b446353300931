//! What a file weighs on the way to a phone: raw, and in the two encodings that servers use.

use std::io::Write;
use std::ops::Add;

use flate2::Compression;
use flate2::write::GzEncoder;

/// Bytes of one file, or of several together (each file is encoded by itself, as servers do).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Weight {
    /// As it lies on the disk.
    pub raw: usize,
    /// gzip, level 9.
    pub gzip: usize,
    /// Brotli, quality 11.
    pub brotli: usize,
}

impl Weight {
    /// Weighs one file's bytes.
    pub fn of(bytes: &[u8]) -> std::io::Result<Self> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(bytes)?;
        Ok(Self {
            raw: bytes.len(),
            gzip: gzip.finish()?.len(),
            brotli: brotli(bytes)?.len(),
        })
    }
}

/// One file's bytes in Brotli, quality 11: as a server sends what was compressed beforehand.
pub fn brotli(mut bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let best = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut small = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut small, &best)?;
    Ok(small)
}

impl Add for Weight {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            raw: self.raw + other.raw,
            gzip: self.gzip + other.gzip,
            brotli: self.brotli + other.brotli,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_smaller_than_what_they_encode() -> std::io::Result<()> {
        let text = "相談できます。".repeat(200);
        let weight = Weight::of(text.as_bytes())?;
        assert_eq!(weight.raw, text.len());
        assert!(
            weight.gzip < weight.raw / 10 && weight.brotli < weight.gzip,
            "{weight:?}"
        );
        Ok(())
    }
}
