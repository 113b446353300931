//! Addresses of pages and of mail: each cell holds one, and it opens. What is no address opens nothing, or something else.

use crate::fault::Faults;
use crate::sheets::Place;
use email_address::{EmailAddress, Options};
use fluent_uri::Uri;

/// Notes a cell that holds something else than the address of one page.
pub fn check_page(place: Place, column: &str, text: &str, faults: &mut Faults) {
    if let Err(what) = read_page(text).map(drop)
        && !text.is_empty()
    {
        place.fault(faults, column, what, PAGE_MEND);
    }
}

/// Notes a cell that holds something else than one address of mail.
pub fn check_mail(place: Place, column: &str, text: &str, faults: &mut Faults) {
    if !text.is_empty() && !is_mail(text) {
        let what = format!("「{text}」はメールアドレスではありません");
        let mend = "「soudan@city.example.jp」のようなアドレスを1つだけ、半角で書きます";
        place.fault(faults, column, what, mend);
    }
}

/// What to write instead of something that is no address of a page.
pub const PAGE_MEND: &str = "「https://」から、ブラウザーの上の欄にあるとおりに、1つだけ書きます";

/// The address of one page, as browsers write it.
///
/// # Errors
/// What is wrong with it.
pub fn read_page(text: &str) -> Result<&str, String> {
    let wrong = || format!("「{text}」は URL ではありません");
    let uri = Uri::parse(text).map_err(|_| wrong())?;
    let of_pages = ["https", "http"].contains(&uri.scheme().as_str());
    let authority = uri.authority().filter(|_| of_pages).ok_or_else(wrong)?;
    let host = authority.host();
    let last = host.rsplit('.').next().unwrap_or_default();
    // A machine's number leads nowhere from outside of its office.
    let is_of_machine = host.starts_with('[') || last.bytes().all(|byte| byte.is_ascii_digit());
    let has_name = host.split('.').count() > 1
        && host.split('.').all(|part| !part.is_empty())
        && !is_of_machine;
    // What RFC 3986 allows and no page of an office has: a user's name, and a second address behind the first.
    let is_one = text.matches("://").count() == 1 && !text.contains(['\'', ';']);
    if has_name && is_one && !authority.has_userinfo() {
        Ok(text)
    } else {
        Err(wrong())
    }
}

/// True for one address of mail, without a name beside it.
pub fn is_mail(text: &str) -> bool {
    text.is_ascii()
        && !text.contains(|sign: char| sign.is_ascii_control() || "\"' ;,".contains(sign))
        && EmailAddress::parse_with_options(text, alone()).is_ok()
}

/// An address of a domain, with nothing around it.
fn alone() -> Options {
    Options::default()
        .without_display_text()
        .without_domain_literal()
        .with_required_tld()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_a_page_is_one_that_opens() {
        for text in [
            "https://www.city.komae.tokyo.jp/index.cfm/41,21125,311,html",
            "https://www.city.asaka.lg.jp/soshiki/3/?page=1#top",
            "http://example.jp",
            "https://ja.example.jp/%E7%AA%93",
        ] {
            assert!(read_page(text).is_ok(), "{text}");
        }
        for text in [
            "",
            "https://",
            "https://asaka",
            "https://.jp",
            "www.city.asaka.lg.jp",
            "http://192.168.0.1/a",
            "http://[::1]/",
            "javascript:alert(1)",
            "mailto:a@example.jp",
            "https://example.jp\" onclick=\"x",
            "https://example.jp/'x",
            "https://example.jp https://example.com",
            "https://example.jp;https://example.com",
            "https://example.jp,https://example.com",
            "https://user@example.jp",
            "https://example.jp/窓口",
            "https://example.jp/\n",
        ] {
            assert!(read_page(text).is_err(), "{text}");
        }
    }

    #[test]
    fn an_address_of_mail_is_one() {
        assert!(is_mail("soudan@spec.ed.jp"));
        for text in [
            "@",
            "a@",
            "@b.jp",
            "a@b",
            "a@b.jp\n",
            "a@b.jp;c@d.jp",
            "a@b.jp, c@d.jp",
            "名前 <a@b.jp>",
            "a＠b.jp",
            "a b@c.jp",
            "\"a\"@b.jp",
        ] {
            assert!(!is_mail(text), "{text}");
        }
    }
}
