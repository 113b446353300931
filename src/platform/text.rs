//! Texts, as the browser knows them.

/// The text in Unicode's compatibility form, in which ﾔﾁﾝ is ヤチン: the browser has the table.
pub fn compatible(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFKC").into()
}
