//! The content security policy: what a page of this site may load and run. Made from the pages themselves, so that an inline
//! script or style that nobody hashed is refused by the browser, and nothing from anywhere else ever runs.

use std::collections::BTreeSet;

use super::digest;

const META: &str = "<meta http-equiv=\"Content-Security-Policy\"";
const CHARSET: &str = "<meta charset=\"utf-8\">";

/// The hashes of what stands inside pages.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Policy {
    scripts: BTreeSet<String>,
    styles: BTreeSet<String>,
}

impl Policy {
    /// The policy under which all of these pages work.
    pub fn of<'a>(pages: impl IntoIterator<Item = &'a str>) -> Self {
        let mut policy = Self::default();
        for page in pages {
            let hash = |text: &str| format!("'{}'", digest::integrity(text.as_bytes()));
            policy.scripts.extend(inline(page, "script").map(hash));
            policy.styles.extend(inline(page, "style").map(hash));
        }
        policy
    }

    /// As a header says it.
    pub fn header(&self) -> String {
        // Only a header can say who may frame the page; in a page browsers complain of it.
        format!("{}; frame-ancestors 'none'", self.meta())
    }

    /// As a page says it of itself, for sites whose server sends no header. Trusted types are left out: they would refuse
    /// the registration of the worker unless a policy of our own let everything through again.
    pub fn meta(&self) -> String {
        let with = |sources: &str, hashes: &BTreeSet<String>| {
            let hashes = hashes.iter().map(String::as_str);
            std::iter::once(sources)
                .chain(hashes)
                .collect::<Vec<_>>()
                .join(" ")
        };
        [
            "default-src 'none'".to_owned(),
            with("script-src 'self' 'wasm-unsafe-eval'", &self.scripts),
            with("style-src 'self'", &self.styles),
            "img-src 'self'".to_owned(),
            "connect-src 'self'".to_owned(),
            "worker-src 'self'".to_owned(),
            "manifest-src 'self'".to_owned(),
            "base-uri 'none'".to_owned(),
            "form-action 'none'".to_owned(),
        ]
        .join("; ")
    }
}

/// The page with its own policy in it, in the place of one that stood there before.
pub fn with_policy(page: &str) -> String {
    let page = match page.split_once(&format!("\n{META}")) {
        Some((before, after)) => {
            let after = after.split_once('>').map_or("", |(_, after)| after);
            format!("{before}{after}")
        }
        None => page.to_owned(),
    };
    let policy = Policy::of([page.as_str()]).meta();
    // Before anything that it is to judge.
    let with = format!("{CHARSET}\n{META} content=\"{policy}\">");
    page.replacen(CHARSET, &with, 1)
}

/// What stands between the tags of every `name` in a page, as browsers hash it; tags with `src` have nothing inside.
fn inline<'a>(page: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let mut rest = page;
    std::iter::from_fn(move || {
        loop {
            let (_, after) = rest.split_once(open.as_str())?;
            let (attributes, after) = after.split_once('>')?;
            let (text, after) = after.split_once(close.as_str())?;
            rest = after;
            // A block of data is no script: browsers do not run it and ask no policy for it.
            let is_data = attributes.contains("application/ld+json");
            if !attributes.contains(" src=") && !is_data {
                return Some(text);
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><meta charset=\"utf-8\"><style>p{}</style><script type=\"module\" src=\"a.js\"></script>\
        <script>first()</script><script type=\"module\">second()</script></head>";

    #[test]
    fn every_inline_text_is_hashed_and_nothing_else_is_let_through() {
        let texts: Vec<&str> = inline(PAGE, "script").collect();
        assert_eq!(texts, ["first()", "second()"]);
        let data = "<script type=\"application/ld+json\">{}</script>";
        assert_eq!(inline(data, "script").count(), 0);
        let policy = Policy::of([PAGE]).header();
        assert_eq!(policy.matches("'sha256-").count(), 3);
        assert!(policy.starts_with("default-src 'none'; "));
        assert!(policy.contains(&digest::integrity(b"p{}")));
        for loose in ["unsafe-inline", "'unsafe-eval'", "*", "http", "data:"] {
            assert!(!policy.contains(loose), "{loose} in {policy}");
        }
    }

    #[test]
    fn a_changed_inline_script_changes_the_policy() {
        let changed = PAGE.replace("first", "other");
        assert_ne!(Policy::of([PAGE]), Policy::of([changed.as_str()]));
        assert_ne!(with_policy(PAGE), with_policy(&changed));
    }

    #[test]
    fn a_page_carries_its_own_policy_once_and_before_its_scripts() {
        let once = with_policy(PAGE);
        assert_eq!(once.matches(META).count(), 1);
        assert!(once.find(META) < once.find("<style>"));
        assert!(!once.contains("frame-ancestors"));
        assert_eq!(with_policy(&once), once);
        let changed = with_policy(&once.replace("first", "other"));
        assert_eq!(changed, with_policy(&PAGE.replace("first", "other")));
    }
}
