//! Numbers that can be dialled: the link, and how a screen reader says it.

use super::escape;
use navigator::Entry;

/// The address that dials a number: `#` would end it, and hyphens are only for people.
pub fn address(number: &str) -> String {
    format!("tel:{}", number.replace('#', "%23").replace('-', ""))
}

/// What a screen reader says of the link that calls an entry.
pub fn label(entry: &Entry) -> String {
    let number = spoken(&entry.channels.phone);
    format!("{}に電話する。番号は {number}", entry.shown_name())
}

/// 048-423-5082 as 「0 4 8、4 2 3、5 0 8 2」: it is to be written down, not to be counted.
fn spoken(number: &str) -> String {
    let mut words = String::new();
    for sign in number.chars() {
        match sign {
            '-' => words.push('、'),
            '#' => words.push_str("シャープ "),
            digit => {
                words.push(digit);
                words.push(' ');
            }
        }
    }
    words.trim_end().to_owned()
}

/// The entry's number as a small link in a row; nothing if it is not known.
pub fn in_a_row(entry: &Entry) -> String {
    let number = &entry.channels.phone;
    if number.is_empty() {
        return String::new();
    }
    format!(
        "<a class=\"number\" href=\"{}\" aria-label=\"{}\">{}</a>",
        escape(&address(number)),
        escape(&label(entry)),
        escape(number),
    )
}

/// The entry's number as the large button of the app; nothing if it is not known.
pub fn button(entry: &Entry) -> Option<String> {
    let number = &entry.channels.phone;
    (!number.is_empty()).then(|| {
        format!(
            "<a class=\"call\" href=\"{}\" aria-label=\"{}\"><span class=\"call-word\">電話する</span> \
             <span class=\"call-number\">{}</span></a>\n",
            escape(&address(number)),
            escape(&label(entry)),
            escape(number),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_said_digit_by_digit_and_its_hash_is_dialled() {
        assert_eq!(spoken("048-423"), "0 4 8 、4 2 3");
        assert_eq!(spoken("#8008"), "シャープ 8 0 0 8");
        assert_eq!(address("#8008"), "tel:%238008");
        assert_eq!(address("048-423-5082"), "tel:0484235082");
    }
}
