//! What index.html says of the towns, so that it stands there before any program has arrived and when
//! none ever does: the choice of a town, the way to the lists, and the numbers that are always on the screen.

use crate::page::Page;
use crate::{call, publisher, tools};
use catalog::Compiled;
use maud::{Markup, html};
use navigator::Catalog;
use words::phrases::pages as say;

/// Pieces of HTML by the name under which index.html includes them. `file_of` names the compiled file of a town by its
/// id, and that of the knowledge as `knowledge`: the program reads from the page which files to load.
#[must_use]
pub fn fragments(
    towns: &[Compiled],
    file_of: impl Fn(&str) -> String,
) -> Vec<(&'static str, String)> {
    let each = |piece: fn(&Catalog) -> Markup| {
        html! {
            @for town in towns { (piece(&town.catalog)) "\n" }
        }
    };
    let choices = html! {
        @for town in towns { (choice(&town.catalog, &file_of(&town.id))) }
    };
    let pieces = [
        ("knowledge.html", knowledge(&file_of("knowledge"))),
        ("look.html", tools::look()),
        ("tools.html", tools::tools()),
        ("start.html", choices),
        ("lists.html", each(link_to_lists)),
        ("always.html", always(towns)),
        ("switchboards.html", each(switchboard)),
        ("publisher.html", publisher::of_all(towns)),
        ("credits.html", credits(towns)),
        ("access.html", each(link_to_access)),
    ];
    pieces
        .into_iter()
        .map(|(name, piece)| (name, piece.into_string()))
        .collect()
}

/// What every town needs is loaded beside the program, and not only once a town is chosen.
fn knowledge(file: &str) -> Markup {
    html! {
        link id="knowledge" rel="preload" as="fetch" crossorigin href=(file);
    }
}

fn choice(catalog: &Catalog, file: &str) -> Markup {
    let town = &catalog.town;
    html! {
        li {
            a.choice href={ "#" (town.id) } data-file=(file) data-name=(town.name) {
                span.choice-name { (town.name) }
                span.choice-hint { (town.prefecture) }
            }
        }
    }
}

/// The town's pages that need no program.
fn link_to_lists(catalog: &Catalog) -> Markup {
    let town = &catalog.town;
    html! {
        a href={ (town.id) "/index.html" } { (say::TOWN_LISTS.with(&[("town", &town.name)])) }
    }
}

/// How far everybody can use the site; a kiosk has no way there.
fn link_to_access(catalog: &Catalog) -> Markup {
    let town = &catalog.town;
    let page = Page::Access;
    html! {
        p.elsewhere data-hall=(town.id) {
            a href={ (town.id) "/" (page.file()) } { (say::ACCESS_OF.with(&[("town", &town.name)])) }
        }
    }
}

/// The numbers that every town shares.
fn always(towns: &[Compiled]) -> Markup {
    html! {
        @if let Some(first) = towns.first() {
            @for &id in &first.catalog.always {
                (call::line(first.catalog.entry(id), None))
            }
        }
    }
}

/// Says whose it is and when: once a town is chosen, only its own city hall stays in sight, and only while it answers.
fn switchboard(catalog: &Catalog) -> Markup {
    let hall = catalog.entry(catalog.town.switchboard);
    call::line(hall, Some(&catalog.town.id))
}

/// Each sentence of thanks once.
fn credits(towns: &[Compiled]) -> Markup {
    let mut sentences: Vec<&String> = Vec::new();
    for sentence in towns.iter().flat_map(|town| &town.catalog.town.credits) {
        if !sentences.contains(&sentence) {
            sentences.push(sentence);
        }
    }
    html! {
        @for sentence in sentences { p { (sentence) } }
    }
}
