//! What index.html says of the towns, so that it stands there before any program has arrived and when
//! none ever does: the choice of a town, the way to the lists, and the numbers that are always on the screen.

use crate::escape;
use catalog::Compiled;
use navigator::{Catalog, Entry};

/// Pieces of HTML by the name under which index.html includes them. `file_of` names the compiled file of a town by its
/// id, and that of the knowledge as `knowledge`: the program reads from the page which files to load.
#[must_use]
pub fn fragments(
    towns: &[Compiled],
    file_of: impl Fn(&str) -> String,
) -> Vec<(&'static str, String)> {
    let each = |piece: fn(&Catalog) -> String| -> String {
        towns.iter().map(|town| piece(&town.catalog)).collect()
    };
    vec![
        ("knowledge.html", knowledge(&file_of("knowledge"))),
        ("start.html", choices(towns, file_of)),
        ("waiting.html", each(waiting)),
        ("lists.html", each(link_to_lists)),
        ("always.html", always(towns)),
        ("switchboards.html", each(switchboard)),
        ("credits.html", credits(towns)),
    ]
}

/// What every town needs is loaded beside the program, and not only once a town is chosen.
fn knowledge(file: &str) -> String {
    format!(
        "<link id=\"knowledge\" rel=\"preload\" as=\"fetch\" crossorigin href=\"{}\">\n",
        escape(file),
    )
}

fn choices(towns: &[Compiled], file_of: impl Fn(&str) -> String) -> String {
    towns
        .iter()
        .map(|town| choice(&town.catalog, &file_of(&town.id)))
        .collect()
}

fn choice(catalog: &Catalog, file: &str) -> String {
    let town = &catalog.town;
    format!(
        "<li><a class=\"choice\" href=\"#{}\" data-file=\"{}\"><span class=\"choice-name\">{}</span><span class=\"choice-hint\">{}</span></a></li>\n",
        escape(&town.id),
        escape(file),
        escape(&town.name),
        escape(&town.prefecture),
    )
}

/// Seen only when a town is tapped before the program has arrived: the tap is not lost.
fn waiting(catalog: &Catalog) -> String {
    let town = &catalog.town;
    format!(
        "<section class=\"waiting\" id=\"{}\"><p>{}の案内を読みこんでいます。</p><p>変わらないときは、<a href=\"./\">もう一度読みこむ</a>か、下の番号に電話してください。</p></section>\n",
        escape(&town.id),
        escape(&town.name),
    )
}

/// The town's pages that need no program.
fn link_to_lists(catalog: &Catalog) -> String {
    let town = &catalog.town;
    format!(
        "<a href=\"{}/index.html\">{}の一覧</a>\n",
        escape(&town.id),
        escape(&town.name),
    )
}

fn always(towns: &[Compiled]) -> String {
    let Some(first) = towns.first() else {
        return String::new();
    };
    let catalog = &first.catalog;
    catalog
        .always
        .iter()
        .map(|&id| line(catalog.entry(id)))
        .collect()
}

/// Carries an id, so that the program can leave only the chosen town's city hall in sight.
fn switchboard(catalog: &Catalog) -> String {
    let id = format!("<li id=\"hall-{}\">", escape(&catalog.town.id));
    line(catalog.entry(catalog.town.switchboard)).replacen("<li>", &id, 1)
}

/// A line of the numbers that stand on every page.
pub fn line(entry: &Entry) -> String {
    let number = &entry.channels.phone;
    format!(
        "<li><span>{}</span><a href=\"{}\">{}</a></li>\n",
        escape(&entry.name),
        escape(&navigator::dial_address(number)),
        escape(number),
    )
}

fn credits(towns: &[Compiled]) -> String {
    let mut sentences: Vec<&String> = Vec::new();
    for sentence in towns.iter().flat_map(|town| &town.catalog.town.credits) {
        if !sentences.contains(&sentence) {
            sentences.push(sentence);
        }
    }
    sentences
        .iter()
        .map(|sentence| format!("<p>{}</p>\n", escape(sentence)))
        .collect()
}
