//! QR codes as a module of its own: 8 KB that only those load who ask for a code.

use qrcodegen::{QrCode, QrCodeEcc};
use wasm_bindgen::prelude::*;

/// The quiet zone around a code, in squares, as the standard asks for.
const MARGIN: i32 = 4;

/// The code of a text as its width in squares and an SVG path of the dark ones (`29|M4 4h1v1h-1z…`);
/// nothing if the text is too long for any code.
#[wasm_bindgen]
#[must_use]
pub fn squares(text: &str) -> Option<String> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let mut path = [&(code.size() + 2 * MARGIN).to_string(), "|"].concat();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|&x| code.get_module(x, y)) {
            let (x, y) = ((x + MARGIN).to_string(), (y + MARGIN).to_string());
            path.push_str(&["M", &x, " ", &y, "h1v1h-1z"].concat());
        }
    }
    Some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_three_corners() {
        let code = squares("tel:0484235082").unwrap_or_default();
        let (width, path) = code.split_once('|').unwrap_or_default();
        // 14 bytes fit the smallest code: 21 squares and the quiet zone on both sides.
        assert_eq!(width, "29");
        for corner in ["M4 4h", "M18 4h", "M4 18h"] {
            assert!(path.contains(corner), "{corner}");
        }
        assert!(!path.contains("M3 "), "the quiet zone is empty");
    }

    #[test]
    fn what_fits_no_code_is_refused() {
        assert_eq!(squares(&"あ".repeat(2_000)), None);
    }
}
