//! Who imports whom. A name that a module hands on (`pub use`) counts as that of the module in which it is defined, so a
//! folder's `mod.rs` may say what its folder gives without importing it.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::algo::tarjan_scc;
use petgraph::graphmap::DiGraphMap;
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens as _;

use crate::sources::{Module, ModulePath, Modules};

/// Each ring by the names of its modules: between single modules, and between the folders that lie side by side.
pub fn rings(modules: &Modules) -> BTreeSet<Vec<String>> {
    let edges = edges(modules);
    let mut rings = rings_among(&edges);
    for above in modules.keys() {
        let beside = edges.iter().filter_map(|(from, to)| {
            let (from, to) = (child_below(above, from)?, child_below(above, to)?);
            (from != to).then_some((from, to))
        });
        rings.extend(rings_among(&beside.collect()));
    }
    rings
}

/// The module right below `above` in which `path` lies.
fn child_below(above: &ModulePath, path: &ModulePath) -> Option<ModulePath> {
    (path.len() > above.len() && path.starts_with(above)).then(|| path[..=above.len()].to_vec())
}

type Edges = BTreeSet<(ModulePath, ModulePath)>;

fn rings_among(edges: &Edges) -> BTreeSet<Vec<String>> {
    let names: BTreeMap<String, usize> = edges
        .iter()
        .flat_map(|(from, to)| [named(from), named(to)])
        .zip(0..)
        .collect();
    let by_number: BTreeMap<usize, &str> =
        names.iter().map(|(name, &n)| (n, name.as_str())).collect();
    let graph: DiGraphMap<usize, ()> = edges
        .iter()
        .map(|(from, to)| (names[&named(from)], names[&named(to)]))
        .collect();
    let rings = tarjan_scc(&graph).into_iter().filter(|part| part.len() > 1);
    rings
        .map(|part| {
            let mut ring: Vec<String> = part.iter().map(|n| by_number[n].to_owned()).collect();
            ring.sort();
            ring
        })
        .collect()
}

fn named(path: &ModulePath) -> String {
    if path.is_empty() {
        "the crate's root".to_owned()
    } else {
        path.join("::")
    }
}

/// Every import from one module of the crate to another.
fn edges(modules: &Modules) -> Edges {
    let scopes = Scopes::of(modules);
    let mut edges = Edges::new();
    for (path, module) in modules {
        for name in scopes.named_in(path, module) {
            if let Some(home) = scopes.home(path, &name, 0)
                && home != *path
            {
                edges.insert((path.clone(), home));
            }
        }
    }
    edges
}

/// What each module calls by which name.
struct Scopes {
    modules: BTreeMap<ModulePath, Scope>,
}

#[derive(Default)]
struct Scope {
    /// A name that `use` brings in, and the path behind it.
    uses: BTreeMap<String, Vec<String>>,
    /// The paths of `use …::*`.
    globs: Vec<Vec<String>>,
    /// Names that are defined here.
    defined: BTreeSet<String>,
}

impl Scopes {
    fn of(modules: &Modules) -> Self {
        let scope = |(path, module): (&ModulePath, &Module)| {
            let mut scope = Scope::default();
            for item in &module.items {
                match item {
                    syn::Item::Use(item) => scope.bring_in(&item.tree, &mut Vec::new()),
                    item => scope.defined.extend(name_of(item)),
                }
            }
            (path.clone(), scope)
        };
        Self {
            modules: modules.iter().map(scope).collect(),
        }
    }

    /// The paths that a module names: private imports, and paths in its code that begin within the crate.
    fn named_in(&self, path: &ModulePath, module: &Module) -> Vec<Vec<String>> {
        let mut names = Vec::new();
        for item in &module.items {
            match item {
                syn::Item::Use(item) if !matches!(item.vis, syn::Visibility::Inherited) => {}
                syn::Item::Use(item) => leaves(&item.tree, &mut Vec::new(), &mut names),
                item => paths_in(item.to_token_stream(), &mut names),
            }
        }
        names.retain(|name| self.begins_within(path, &name[0]));
        names
    }

    fn begins_within(&self, path: &ModulePath, first: &str) -> bool {
        let below = [path.clone(), vec![first.to_owned()]].concat();
        matches!(first, "crate" | "super" | "self") || self.modules.contains_key(&below)
    }

    /// The module in which a path's item is defined; nothing for what comes from elsewhere.
    fn home(&self, at: &ModulePath, name: &[String], depth: usize) -> Option<ModulePath> {
        // Names that are handed on in a circle have no home.
        if depth > 16 {
            return None;
        }
        let mut place = at.clone();
        for (index, part) in name.iter().enumerate() {
            let below = [place.clone(), vec![part.clone()]].concat();
            match part.as_str() {
                "crate" => place.clear(),
                "self" if index == 0 => {}
                "super" => {
                    place.pop();
                }
                _ if self.modules.contains_key(&below) => place = below,
                _ if index == 0 => return None,
                _ => return self.home_of_item(&place, part, depth),
            }
        }
        Some(place)
    }

    fn home_of_item(&self, place: &ModulePath, name: &str, depth: usize) -> Option<ModulePath> {
        let scope = self.modules.get(place)?;
        if scope.defined.contains(name) {
            return Some(place.clone());
        }
        if let Some(behind) = scope.uses.get(name) {
            return self.home(place, behind, depth + 1);
        }
        let through = scope.globs.iter().find_map(|glob| {
            let inside = self.home(place, glob, depth + 1)?;
            self.home_of_item(&inside, name, depth + 1)
        });
        through.or_else(|| Some(place.clone()))
    }
}

impl Scope {
    fn bring_in(&mut self, tree: &syn::UseTree, above: &mut Vec<String>) {
        match tree {
            syn::UseTree::Path(path) => {
                above.push(path.ident.to_string());
                self.bring_in(&path.tree, above);
                above.pop();
            }
            syn::UseTree::Name(name) => {
                let name = name.ident.to_string();
                self.uses
                    .insert(name.clone(), [above.clone(), vec![name]].concat());
            }
            syn::UseTree::Rename(rename) => {
                let behind = [above.clone(), vec![rename.ident.to_string()]].concat();
                self.uses.insert(rename.rename.to_string(), behind);
            }
            syn::UseTree::Glob(_) => self.globs.push(above.clone()),
            syn::UseTree::Group(group) => group
                .items
                .iter()
                .for_each(|tree| self.bring_in(tree, above)),
        }
    }
}

/// The full paths of a `use`.
fn leaves(tree: &syn::UseTree, above: &mut Vec<String>, found: &mut Vec<Vec<String>>) {
    match tree {
        syn::UseTree::Path(path) => {
            above.push(path.ident.to_string());
            leaves(&path.tree, above, found);
            above.pop();
        }
        syn::UseTree::Name(name) => {
            found.push([above.clone(), vec![name.ident.to_string()]].concat())
        }
        syn::UseTree::Rename(name) => {
            found.push([above.clone(), vec![name.ident.to_string()]].concat())
        }
        syn::UseTree::Glob(_) => found.push(above.clone()),
        syn::UseTree::Group(group) => group
            .items
            .iter()
            .for_each(|tree| leaves(tree, above, found)),
    }
}

/// Every `a::b::c` in some code, macros included.
fn paths_in(code: TokenStream, found: &mut Vec<Vec<String>>) {
    let mut path: Vec<String> = Vec::new();
    let mut colons = 0;
    for token in code {
        match token {
            TokenTree::Punct(sign) if sign.as_char() == ':' => colons += 1,
            TokenTree::Ident(name) => {
                if colons != 2 {
                    keep(&mut path, found);
                }
                path.push(name.to_string());
                colons = 0;
            }
            other => {
                keep(&mut path, found);
                colons = 0;
                if let TokenTree::Group(group) = other {
                    paths_in(group.stream(), found);
                }
            }
        }
    }
    keep(&mut path, found);
}

fn keep(path: &mut Vec<String>, found: &mut Vec<Vec<String>>) {
    let path = std::mem::take(path);
    if path.len() > 1 {
        found.push(path);
    }
}

fn name_of(item: &syn::Item) -> Option<String> {
    let name = match item {
        syn::Item::Const(item) => &item.ident,
        syn::Item::Enum(item) => &item.ident,
        syn::Item::Fn(item) => &item.sig.ident,
        syn::Item::Static(item) => &item.ident,
        syn::Item::Struct(item) => &item.ident,
        syn::Item::Trait(item) => &item.ident,
        syn::Item::Type(item) => &item.ident,
        _ => return None,
    };
    Some(name.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn crate_of(files: &[(&str, &str)]) -> Modules {
        files
            .iter()
            .map(|(path, text)| {
                let path = path
                    .split("::")
                    .filter(|part| !part.is_empty())
                    .map(String::from)
                    .collect();
                let items = syn::parse_file(text).expect("Rust").items;
                let items = items
                    .into_iter()
                    .filter(|item| !matches!(item, syn::Item::Mod(_)))
                    .collect();
                (
                    path,
                    Module {
                        file: "".into(),
                        items,
                    },
                )
            })
            .collect()
    }

    #[test]
    fn two_modules_that_import_each_other_are_a_ring() {
        let found = rings(&crate_of(&[
            ("", "mod a; mod b;"),
            ("a", "use crate::b::B; pub struct A;"),
            ("b", "pub struct B; fn f() { vec![super::a::A]; }"),
        ]));
        assert_eq!(
            found,
            BTreeSet::from([vec!["a".to_owned(), "b".to_owned()]])
        );
    }

    #[test]
    fn what_a_folder_hands_on_is_no_import_of_the_folder() {
        let found = rings(&crate_of(&[
            ("", "mod shelf;"),
            (
                "shelf",
                "mod low; mod high; pub use high::High; pub use low::Low;",
            ),
            ("shelf::low", "pub struct Low;"),
            ("shelf::high", "use super::Low; pub struct High(Low);"),
        ]));
        assert_eq!(found, BTreeSet::new());
    }

    #[test]
    fn folders_side_by_side_may_not_import_each_other_by_way_of_other_files() {
        let found = rings(&crate_of(&[
            ("", "mod x; mod y;"),
            ("x", "mod one; mod two;"),
            ("x::one", "use crate::y::three::Three;"),
            ("x::two", "pub struct Two;"),
            ("y", "mod three; mod four;"),
            ("y::three", "pub struct Three;"),
            ("y::four", "use crate::x::two::Two;"),
        ]));
        assert_eq!(
            found,
            BTreeSet::from([vec!["x".to_owned(), "y".to_owned()]])
        );
    }

    #[test]
    fn a_part_that_asks_its_folder_which_asks_the_part_is_a_ring() {
        let found = rings(&crate_of(&[
            ("", "mod shelf;"),
            ("shelf", "mod part; fn draw() { part::draw() } fn back() {}"),
            ("shelf::part", "pub fn draw() { super::back() }"),
        ]));
        let ring = vec!["shelf".to_owned(), "shelf::part".to_owned()];
        assert_eq!(found, BTreeSet::from([ring]));
    }
}
