//! A crate's modules as its files declare them. What is compiled for tests only is left out: it may look at everything.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A module's path below the crate's root; the root's own is empty.
pub type ModulePath = Vec<String>;

/// One module with its file's items.
pub struct Module {
    /// The file it stands in, for people.
    pub file: PathBuf,
    /// What stands in it, without what is compiled for tests only and without modules inside.
    pub items: Vec<syn::Item>,
}

/// All modules of a crate.
pub type Modules = BTreeMap<ModulePath, Module>;

/// Reads a crate from its first file on.
pub fn read(root: &Path) -> Modules {
    let mut modules = Modules::new();
    let folder = root.parent().expect("a file lies in a folder");
    add(&mut modules, Vec::new(), root, folder);
    modules
}

fn add(modules: &mut Modules, path: ModulePath, file: &Path, folder: &Path) {
    let text =
        fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let parsed =
        syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    put(modules, path, file, folder, parsed.items);
}

/// Puts a module in, and the modules that it declares: in files of their own, or between braces.
fn put(modules: &mut Modules, path: ModulePath, file: &Path, folder: &Path, items: Vec<syn::Item>) {
    let mut own = Vec::new();
    for item in items {
        match item {
            item if is_for_tests(attributes(&item)) => {}
            syn::Item::Mod(inner) => {
                let name = inner.ident.to_string();
                let below = [path.clone(), vec![name.clone()]].concat();
                let inside = folder.join(&name);
                match inner.content {
                    Some((_, items)) => put(modules, below, file, &inside, items),
                    None => add(modules, below, &file_of(folder, &name), &inside),
                }
            }
            item => own.push(item),
        }
    }
    let file = file.to_owned();
    modules.insert(path, Module { file, items: own });
}

fn file_of(folder: &Path, name: &str) -> PathBuf {
    let flat = folder.join(format!("{name}.rs"));
    if flat.is_file() {
        flat
    } else {
        folder.join(name).join("mod.rs")
    }
}

/// `#[cfg(test)]`, `#[test]` and the like.
pub fn is_for_tests(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        syn::Meta::List(list) => list.path.is_ident("cfg") && list.tokens.to_string() == "test",
        meta => meta.path().is_ident("test"),
    })
}

fn attributes(item: &syn::Item) -> &[syn::Attribute] {
    match item {
        syn::Item::Mod(item) => &item.attrs,
        syn::Item::Fn(item) => &item.attrs,
        syn::Item::Use(item) => &item.attrs,
        syn::Item::Impl(item) => &item.attrs,
        syn::Item::Struct(item) => &item.attrs,
        syn::Item::Const(item) => &item.attrs,
        _ => &[],
    }
}
