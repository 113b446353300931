//! What is said of the towns in plain HTML: the pieces of index.html that stand there before any program has
//! arrived, and whole pages that need no program at all.
//!
//! Everything is written from the compiled [`navigator::Catalog`], so that no number stands here that the app
//! would not show.

mod call;
mod entry;
mod kana;
mod lists;
mod page;
mod start;

pub use lists::lists;
pub use start::fragments;

/// Signs of HTML in a sheet stay text.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_html_in_a_sheet_stay_text() {
        assert_eq!(
            escape("<a href=\"x\">&"),
            "&lt;a href=&quot;x&quot;&gt;&amp;"
        );
    }
}
