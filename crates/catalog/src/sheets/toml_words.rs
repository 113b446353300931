//! What the reader of TOML says, for staff: what is wrong, and what to do. It says it in English and in no other form, so
//! that its sentences are told apart by how they begin; what is not known here is told by its place alone.

/// A sentence in Japanese, and what to do.
pub struct Told {
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub mend: String,
    /// It is about no character but about all that stands there, or does not.
    pub is_of_the_whole: bool,
}

/// What is wrong with the form of the text, by how the reader's sentence begins.
const FORMS: [(&str, &str, &str); 25] = [
    ("unclosed array", "「[」が閉じていません", "「]」を足します"),
    ("unclosed table", "「[」が閉じていません", "「]」を足します"),
    (
        "unclosed inline table",
        "「{」が閉じていません",
        "「}」を足します",
    ),
    (
        "missing comma",
        "「,」がありません",
        "あいだに「,」を入れます",
    ),
    ("extra comma", "「,」が多すぎます", "「,」を1つ消します"),
    (
        "key with no value",
        "「=」がありません",
        "「名前 = 値」の形で書きます",
    ),
    (
        "missing assignment",
        "「=」がありません",
        "「名前 = 値」の形で書きます",
    ),
    (
        "missing value",
        "「=」の後に値がありません",
        "値を書きます（文は「\"」で囲みます）",
    ),
    (
        "missing key",
        "「=」の前に名前がありません",
        "「名前 = 値」の形で書きます",
    ),
    (
        "extra `=`",
        "「=」が多すぎます",
        "「=」を1つにします。文の中なら、文を「\"」で囲みます",
    ),
    (
        "missing escaped value",
        "「\\」の後が読めません",
        "「\\」そのものは「\\\\」と書きます",
    ),
    (
        "invalid basic string",
        "文が「\"」で閉じていません",
        "文の前と後を「\"」で囲みます",
    ),
    (
        "invalid literal string",
        "文が「'」で閉じていません",
        "文の前と後を「\"」で囲みます",
    ),
    (
        "invalid multi-line",
        "文が「\"\"\"」で閉じていません",
        "文の前と後を同じ「\"\"\"」で囲みます",
    ),
    (
        "duplicate key",
        "同じ名前が2回あります",
        "どちらかを消します",
    ),
    (
        "unexpected key or value",
        "値の後に、まだ文字があります",
        "改行して、1行に1つ書きます",
    ),
    (
        "invalid comment",
        "「#」の後に使えない文字があります",
        "その文字を消します",
    ),
    (
        "string values must be quoted",
        "文が「\"」で囲まれていません",
        "文の前と後を「\"」で囲みます",
    ),
    ("invalid date", "この値は読めません", "文は「\"」で囲みます"),
    (
        "invalid integer",
        "この値は読めません",
        "文は「\"」で囲みます",
    ),
    (
        "invalid unquoted key",
        "名前に使えない文字があります",
        "名前は、半角の小文字で書きます",
    ),
    (
        "cannot recurse further",
        "( ) や [ ] の中が深すぎます",
        "浅くします",
    ),
    (
        "cannot extend value",
        "同じ名前に、値と [ ] の両方があります",
        "どちらかを消します",
    ),
    (
        "extra assignment",
        "「,」がありません",
        "あいだに「,」を入れます",
    ),
    (
        "unquoted keys cannot be empty",
        "「=」の前に名前がありません",
        "「名前 = 値」の形で書きます",
    ),
];

/// What the reader's sentence says of a place, behind which `rest` stands in its row.
pub fn told(message: &str, rest: &str) -> Told {
    by_content(message).unwrap_or_else(|| by_form(message, rest))
}

fn by_form(message: &str, rest: &str) -> Told {
    let message = match message {
        quoted if quoted.starts_with("string values") && rest.trim().is_empty() => "missing value",
        other => other,
    };
    let known = FORMS.iter().find(|(start, ..)| message.starts_with(start));
    let (what, mend) = known.map_or(
        (
            "書き方がちがいます",
            "となりの行と同じ形にします。文は「\"」で囲みます",
        ),
        |(_, what, mend)| (*what, *mend),
    );
    Told {
        what: what.to_owned(),
        mend: mend.to_owned(),
        is_of_the_whole: false,
    }
}

/// The form is right, and what stands there is not what the file may hold.
fn by_content(message: &str) -> Option<Told> {
    let is_of_the_whole = message.starts_with("missing field");
    let told = |what: String, mend: String| {
        Some(Told {
            what,
            mend,
            is_of_the_whole,
        })
    };
    let names: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    let first = names.first().copied().unwrap_or_default();
    if is_of_the_whole {
        return told(
            format!("「{first}」がありません"),
            format!("「{first} = …」の行を足します"),
        );
    }
    if message.starts_with("duplicate field") {
        return told(
            format!("「{first}」が2回あります"),
            "どちらかを消します".to_owned(),
        );
    }
    if message.starts_with("unknown field") || message.starts_with("unknown variant") {
        let known = names[1..].join("、");
        return told(
            format!("「{first}」という名前は使えません"),
            format!("使える名前は {known} です"),
        );
    }
    if message.starts_with("invalid value") {
        return told(
            "この値は使えません".to_owned(),
            "となりの行と同じ形にします".to_owned(),
        );
    }
    if message.starts_with("invalid length") {
        return told(
            "値の数がちがいます".to_owned(),
            "となりの行と同じ数だけ書きます".to_owned(),
        );
    }
    let (found, expected) = message
        .strip_prefix("invalid type: ")?
        .split_once(", expected ")?;
    let (found, expected) = (sort(found), sort(expected));
    told(
        format!("{found}が書いてあります"),
        format!("{expected}を書きます"),
    )
}

/// A sort of value, by the word that serde has for it.
fn sort(word: &str) -> &'static str {
    const SORTS: [(&str, &str); 11] = [
        ("struct", "「名前 = 値」の並び"),
        ("map", "「名前 = 値」の並び"),
        ("sequence", "[ ] の並び"),
        ("a sequence", "[ ] の並び"),
        ("a tuple", "[ ] の並び"),
        ("a map", "「名前 = 値」の並び"),
        ("string", "文"),
        ("a string", "「\"」で囲んだ文"),
        ("boolean", "true か false"),
        ("a boolean", "true か false"),
        ("floating", "小数"),
    ];
    let known = SORTS.iter().find(|(start, _)| word.starts_with(start));
    known.map_or("数", |(_, sort)| sort)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sentences are those of the version that is built in: another one may say it otherwise.
    #[test]
    fn what_the_reader_says_is_known() {
        for (text, what) in [
            ("a = あ", "文が「\"」で囲まれていません"),
            ("a = “あ”", "文が「\"」で囲まれていません"),
            ("a = \nb = 1", "「=」の後に値がありません"),
            ("a = \"あ", "文が「\"」で閉じていません"),
            ("a = 'あ", "文が「'」で閉じていません"),
            ("a = \"\"\"あ", "文が「\"\"\"」で閉じていません"),
            ("a = \"\\あ\"", "「\\」の後が読めません"),
            ("a = [1, 2", "「[」が閉じていません"),
            ("a = [\"x\" \"y\"]", "「,」がありません"),
            ("a = { b = 1", "「{」が閉じていません"),
            ("a = { b = 1 c = 2 }", "「,」がありません"),
            ("[a", "「[」が閉じていません"),
            ("[[a]", "「[」が閉じていません"),
            ("a", "「=」がありません"),
            ("a 1", "「=」がありません"),
            ("= 1", "「=」の前に名前がありません"),
            ("a == 1", "「=」が多すぎます"),
            ("a = 1\na = 2", "同じ名前が2回あります"),
            ("[a]\n[a]", "同じ名前が2回あります"),
            ("a = \"x\" \"y\"", "値の後に、まだ文字があります"),
            ("あ = 1", "名前に使えない文字があります"),
            ("a = 2026年", "文が「\"」で囲まれていません"),
            ("a = 2026-13-01", "この値は読めません"),
        ] {
            let problem = toml::from_str::<toml::Table>(text).expect_err(text);
            let rest = problem
                .span()
                .and_then(|span| text.get(span.start..)?.lines().next());
            let told = told(problem.message(), rest.unwrap_or_default());
            assert_eq!(told.what, what, "{text}: {}", problem.message());
        }
    }
}
