//! The app's one style sheet: the Digital Agency's design tokens that it names, and nothing else of them, before its own
//! rules. All tokens together would weigh more than the whole start screen.

use std::collections::BTreeMap;
use std::fs;

use crate::fault::Fault;
use crate::project::Project;
use crate::site::files;

/// The tokens, as npm installs them.
const TOKENS: &str = "node_modules/@digital-go-jp/design-tokens/dist/tokens.css";
const OWN: &str = "styles/app.css";
const RESULTS: &str = "styles/results.css";
const LISTS: &str = "styles/lists.css";

/// Writes `target/style.css`.
pub fn write(project: &Project) -> Result<(), Fault> {
    let sheet = with_tokens(project, &[OWN, RESULTS])?;
    let to = project.at("target/style.css");
    files::write(&to, sheet)
}

/// The sheet of the pages of lists: the app's own, so that they look alike, and theirs behind it.
pub fn of_lists(project: &Project) -> Result<String, Fault> {
    with_tokens(project, &[OWN, RESULTS, LISTS])
}

fn with_tokens(project: &Project, sheets: &[&str]) -> Result<String, Fault> {
    let tokens = project.npm().join(TOKENS);
    let all = fs::read_to_string(&tokens)
        .map_err(|error| Fault::file(&tokens, &error, "run `cargo xtask setup`"))?;
    let mut own = String::new();
    for sheet in sheets {
        let path = project.at(sheet);
        let text = fs::read_to_string(&path)
            .map_err(|error| Fault::file(&path, &error, "put the style sheet back"))?;
        own.push_str(&text);
    }
    joined(&all, &own).map_err(|unknown| {
        Fault::new(
            sheets.join(", "),
            format!("`var({unknown})` is neither a design token nor set in the sheet"),
            "use the name of a token, or set the property in the sheet",
        )
    })
}

/// The named tokens, then the sheet without comments; the first name that nothing defines is the error.
fn joined(tokens: &str, own: &str) -> Result<String, String> {
    let known: BTreeMap<&str, &str> = tokens
        .lines()
        .filter_map(|line| line.trim().strip_suffix(';')?.split_once(':'))
        .filter(|(name, _)| name.starts_with("--"))
        .map(|(name, value)| (name.trim(), value.trim()))
        .collect();
    let own = without_comments(own);
    let mut wanted: Vec<&str> = names(&own);
    let mut taken: BTreeMap<&str, &str> = BTreeMap::new();
    while let Some(name) = wanted.pop() {
        if let Some(value) = known.get(name) {
            if taken.insert(name, value).is_none() {
                wanted.extend(names(value));
            }
        } else if !own.contains(&format!("{name}:")) {
            return Err(name.to_owned());
        }
    }
    let tokens: String = taken
        .iter()
        .map(|(name, value)| format!("{name}:{value};"))
        .collect();
    let rules: String = own.lines().map(|line| tight(line.trim())).collect();
    Ok(format!(":root{{{tokens}}}{rules}\n"))
}

/// A line without the blanks that only people need. The sheet writes no selector with a blank before a colon.
fn tight(line: &str) -> String {
    line.replace(": ", ":")
        .replace(" {", "{")
        .replace("{ ", "{")
        .replace("; ", ";")
        .replace(" }", "}")
        .replace(", ", ",")
}

/// Every `--name` that stands in a `var(…)`.
fn names(text: &str) -> Vec<&str> {
    text.split("var(")
        .skip(1)
        .filter_map(|rest| rest.split([')', ',']).next())
        .map(str::trim)
        .collect()
}

fn without_comments(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKENS: &str = ":root {\n  --a: 1px;\n  --b: var(--a);\n  --c: red;\n}\n";

    #[test]
    fn only_named_tokens_are_taken_with_what_they_name() {
        let sheet = joined(TOKENS, "/* x */ p { margin: var(--b); }");
        assert_eq!(
            sheet.as_deref(),
            Ok(":root{--a:1px;--b:var(--a);}p{margin:var(--b);}\n")
        );
    }

    #[test]
    fn a_misspelt_token_is_refused_by_name() {
        assert_eq!(joined(TOKENS, "p{margin:var(--d)}"), Err("--d".to_owned()));
    }

    #[test]
    fn properties_of_the_sheet_itself_are_no_tokens() {
        assert!(joined(TOKENS, ":root{--own:var(--c)} p{color:var(--own)}").is_ok());
    }
}
