//! How long functions are: the lines from `fn` to the closing brace.

use std::fmt;

use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};

use crate::sources::{self, Modules};

/// One function.
pub struct Function {
    /// Where it stands.
    pub place: String,
    /// From its name on to its last brace.
    pub lines: usize,
}

impl fmt::Display for Function {
    fn fmt(&self, form: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(form, "{} has {} lines", self.place, self.lines)
    }
}

/// All functions of a crate, those for tests left out.
pub fn functions(modules: &Modules) -> Vec<Function> {
    let mut found = Vec::new();
    for module in modules.values() {
        let mut finder = Finder {
            file: module.file.display().to_string(),
            found: &mut found,
        };
        module.items.iter().for_each(|item| finder.visit_item(item));
    }
    found
}

/// The lengths alone.
pub fn of(functions: &[Function]) -> Vec<usize> {
    functions.iter().map(|function| function.lines).collect()
}

/// The length that so many of a hundred functions do not exceed.
pub fn share(sorted: &[usize], of_hundred: usize) -> usize {
    let place = (sorted.len() * of_hundred).div_ceil(100);
    sorted.get(place.saturating_sub(1)).copied().unwrap_or(0)
}

struct Finder<'a> {
    file: String,
    found: &'a mut Vec<Function>,
}

impl Finder<'_> {
    fn note(
        &mut self,
        attributes: &[syn::Attribute],
        signature: &syn::Signature,
        block: &syn::Block,
    ) {
        if sources::is_for_tests(attributes) {
            return;
        }
        let first = signature.span().start().line;
        let last = block.span().end().line;
        self.found.push(Function {
            place: format!("{}:{first} `{}`", self.file, signature.ident),
            lines: last - first + 1,
        });
    }
}

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.note(&item.attrs, &item.sig, &item.block);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.note(&item.attrs, &item.sig, &item.block);
        visit::visit_impl_item_fn(self, item);
    }
}

#[test]
fn a_function_is_as_long_as_it_looks() {
    let file = std::env::temp_dir().join(format!("house-{}.rs", std::process::id()));
    std::fs::write(&file, "fn two() {\n}\n#[cfg(test)]\nmod tests { fn gone() {} }\nstruct A;\nimpl A {\n    fn three(\n    ) {\n    }\n}\n").expect("temporary folder");
    let lines = of(&functions(&sources::read(&file)));
    std::fs::remove_file(&file).expect("it was just written");
    assert_eq!(lines, [2, 3]);
    assert_eq!((share(&lines, 50), share(&lines, 90)), (2, 3));
}
