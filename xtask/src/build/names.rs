//! The names by which the program calls its script. wasm-bindgen ends each with a hash, which no packing makes smaller; they
//! stand in both files. Here a number takes the hash's place. It has the same length, so the program is changed nowhere else.

use std::collections::{BTreeMap, BTreeSet};

/// How wasm-bindgen begins the name of what it imports.
const BEGIN: &str = "__wbg_";
/// Letters of a hash.
const HASH: usize = 16;

/// The script with the new names; in the program they are changed in place.
pub fn numbered(script: &str, program: &mut [u8]) -> String {
    let mut script = script.to_owned();
    let mut known: BTreeMap<String, u32> = BTreeMap::new();
    for name in hashed(&script) {
        let base = &name[..name.len() - HASH];
        let count = known.entry(base.to_owned()).or_default();
        let new = format!("{base}{count:0>HASH$}");
        *count += 1;
        script = script.replace(&name, &new);
        replace(program, name.as_bytes(), new.as_bytes());
    }
    script
}

/// The names that end with a hash, in a fixed order.
fn hashed(script: &str) -> BTreeSet<String> {
    let of_name = |sign: char| sign.is_ascii_alphanumeric() || sign == '_';
    script
        .split(|sign| !of_name(sign))
        .filter(|word| word.starts_with(BEGIN) && ends_with_hash(word))
        .map(str::to_owned)
        .collect()
}

fn ends_with_hash(word: &str) -> bool {
    let of_hash = |sign: u8| sign.is_ascii_digit() || (b'a'..=b'f').contains(&sign);
    word.rsplit_once('_')
        .is_some_and(|(_, end)| end.len() == HASH && end.bytes().all(of_hash))
}

/// `old` and `new` are of one length.
fn replace(bytes: &mut [u8], old: &[u8], new: &[u8]) {
    let mut from = 0;
    while let Some(at) = bytes[from..]
        .windows(old.len())
        .position(|part| part == old)
    {
        let start = from + at;
        from = start + old.len();
        bytes[start..from].copy_from_slice(new);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_files_get_the_same_names_of_the_same_length() {
        let script = "__wbg_get_5cf08c71cd3a1234: a, __wbg_get_a9f0e1d2c3b4a596: b, __wbindgen_malloc: c, \
            __wbg_new_0_25ab1234cdef5678: d";
        let mut program = *b"\x1a__wbg_get_a9f0e1d2c3b4a596\x1a__wbg_get_5cf08c71cd3a1234";
        assert_eq!(
            numbered(script, &mut program),
            "__wbg_get_0000000000000000: a, __wbg_get_0000000000000001: b, __wbindgen_malloc: c, \
            __wbg_new_0_0000000000000000: d"
        );
        assert_eq!(
            program,
            *b"\x1a__wbg_get_0000000000000001\x1a__wbg_get_0000000000000000"
        );
    }

    #[test]
    fn what_has_no_hash_keeps_its_name() {
        let script = "__wbg_wbg_cb_unref __wbg_5cf08c71cd3a123 __wbg_x_5CF08C71CD3A1234";
        assert_eq!(numbered(script, &mut []), script);
    }
}
