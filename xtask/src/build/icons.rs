//! The pictures of the page, as symbols that stand in it: of the kept set (Tabler's, MIT) those that `styles/icons.txt` names,
//! and no others. A new one is a line there and a use, `#i-<name>` or `<Icon name="<name>" />`; `tests/house` holds both together.

use std::fs;

use crate::fault::Fault;
use crate::project::Project;
use crate::setup::npm;
use crate::site::files;

/// The names, a line each.
const LIST: &str = "styles/icons.txt";
/// The piece that index.html and the pages of lists include, beside those of `catalog compile`.
const PIECE: &str = "icons.html";
/// Where a page includes it.
const MARK: &str = "<!-- include icons.html -->";
const MEND: &str = "use the name of a picture of https://tabler.io/icons (outline)";

/// Writes the symbols as a piece of HTML.
pub fn write(project: &Project) -> Result<(), Fault> {
    let list = project.at(LIST);
    let names = fs::read_to_string(&list).map_err(|error| Fault::lost(&list, &error))?;
    let mut symbols = String::new();
    for name in names.lines() {
        let file = npm::icons(project).join(format!("{name}.svg"));
        let svg = fs::read_to_string(&file)
            .map_err(|_| Fault::new(LIST, format!("no picture is called `{name}`"), MEND))?;
        symbols.push_str(&symbol(name, &svg));
    }
    let sprite = format!("<svg hidden>{symbols}</svg>\n");
    files::write(&project.catalogs().join(PIECE), sprite)
}

/// A page with the symbols that it uses, and no others, in the place of its mark.
pub fn within(project: &Project, page: &str) -> Result<String, Fault> {
    let piece = project.catalogs().join(PIECE);
    let all = fs::read_to_string(&piece).map_err(|error| Fault::file(&piece, &error, MEND))?;
    Ok(page.replace(MARK, &used(&all, page)))
}

fn used(all: &str, page: &str) -> String {
    let named = |symbol: &&str| {
        let id = symbol.split('"').nth(1).unwrap_or_default();
        page.contains(&format!("\"#{id}\""))
    };
    let symbols = all.split_inclusive("</symbol>");
    let symbols = symbols.map(|symbol| symbol.trim_start_matches("<svg hidden>"));
    let symbols: String = symbols.filter(named).collect();
    format!("<svg hidden>{symbols}</svg>")
}

/// What is drawn in a file of the set, as a symbol; how it is drawn says `.icon` in the style sheet.
fn symbol(name: &str, svg: &str) -> String {
    let drawn: String = svg
        .lines()
        .map(str::trim)
        .filter(|line| line.starts_with('<') && line.ends_with("/>"))
        .filter(|line| !line.contains("stroke=\"none\""))
        .map(|line| line.replace(" />", "/>"))
        .collect();
    format!("<symbol id=\"i-{name}\" viewBox=\"0 0 24 24\">{drawn}</symbol>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_the_symbols_that_it_uses() {
        let all = "<svg hidden><symbol id=\"i-a\">a</symbol><symbol id=\"i-b\">b</symbol></svg>\n";
        let page = "<use href=\"#i-b\"></use>";
        assert_eq!(
            used(all, page),
            "<svg hidden><symbol id=\"i-b\">b</symbol></svg>"
        );
    }

    #[test]
    fn a_symbol_holds_the_lines_and_nothing_of_how_they_are_drawn() {
        let svg = "<svg\n  width=\"24\"\n  stroke=\"currentColor\"\n>\n  <path stroke=\"none\" d=\"M0 0h24v24H0z\" fill=\"none\" />\n  \
            <path d=\"M5 12l-2 0\" />\n  <path d=\"M9 21\" />\n</svg>";
        assert_eq!(
            symbol("home", svg),
            "<symbol id=\"i-home\" viewBox=\"0 0 24 24\"><path d=\"M5 12l-2 0\"/><path d=\"M9 21\"/></symbol>"
        );
    }
}
