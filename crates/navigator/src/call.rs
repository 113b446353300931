//! How a number is dialled, in one place for the app and the pages that need no program.

/// The address that dials a number: `#` would end it, and hyphens are only for people.
#[must_use]
pub fn dial_address(number: &str) -> String {
    ["tel:", &number.replace('#', "%23").replace('-', "")].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_dialled_and_hyphens_are_not() {
        assert_eq!(dial_address("#8008"), "tel:%238008");
        assert_eq!(dial_address("048-423-5082"), "tel:0484235082");
    }
}
