//! The app's program and its one script: what wasm-bindgen wrote, and behind it `public/start.js`, in one small file named
//! after its content. Trunk's own loader is an inline script with names in it; its hash would change the security policy
//! at every build, and where a server's policy is changed by hand, the app would stop.

use std::fs;
use std::path::Path;

use super::page::Page;
use super::{names, script, wasm};
use crate::fault::Fault;
use crate::project::Project;
use crate::site::digest;

const START: &str = "public/start.js";
/// How start.js names the compiled program.
const PROGRAM: &str = "program.wasm";
const NAME: &str = "madoguchi-navi";
const MEND: &str = "run `cargo xtask build` again; if it stays, Trunk or wasm-bindgen writes something new: mend xtask/src/build/program.rs";

/// Makes both in `dist/` as small as they can be, and returns the page that names them.
pub fn publish(project: &Project, page: Page) -> Result<Page, Fault> {
    let dist = project.dist();
    let loader = page.loader()?;
    let (glue, staged) = (dist.join(loader.glue), dist.join(loader.program));
    wasm::optimize(project, &staged)?;
    let fault = |error| Fault::file(&staged, &error, MEND);
    let mut bytes = fs::read(&staged).map_err(fault)?;
    let numbered = names::numbered(&text(&glue)?, &mut bytes);
    fs::write(&staged, bytes).map_err(fault)?;
    let program = named_after_content(&staged, "_bg.wasm")?;
    let joined = joined(&numbered, &text(&project.at(START))?, &program).ok_or_else(|| {
        let wrong = "wasm-bindgen's script exports nothing that starts the program";
        Fault::new(glue.display().to_string(), wrong, MEND)
    })?;
    fs::write(&glue, joined).map_err(|error| Fault::file(&glue, &error, MEND))?;
    script::minify(project, &glue)?;
    page.with_script(&named_after_content(&glue, ".js")?, &program)
}

/// Renames a file of `dist/` by its bytes, so that browsers may keep it for good; returns its name.
fn named_after_content(file: &Path, end: &str) -> Result<String, Fault> {
    let fault = |error| Fault::file(file, &error, MEND);
    let bytes = fs::read(file).map_err(fault)?;
    let name = format!("{NAME}-{}{end}", digest::for_a_name(&bytes));
    fs::rename(file, file.with_file_name(&name)).map_err(fault)?;
    Ok(name)
}

/// wasm-bindgen's script with its exports taken away and `start` behind it, which calls what was the default export.
fn joined(glue: &str, start: &str, program: &str) -> Option<String> {
    let (before, exports) = glue.rsplit_once("export {")?;
    let init = exports
        .split([',', '}'])
        .find_map(|name| name.trim().strip_suffix(" as default"))?;
    let start = start.replace(PROGRAM, program);
    Some(format!("{before}\nconst init = {init};\n{start}"))
}

fn text(path: &Path) -> Result<String, Fault> {
    fs::read_to_string(path).map_err(|error| Fault::file(path, &error, MEND))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_start_calls_the_default_export() {
        let glue = "function a() {}\nexport { initSync, a as default };\n";
        assert_eq!(
            joined(glue, "init('program.wasm')", "a_bg.wasm").as_deref(),
            Some("function a() {}\n\nconst init = a;\ninit('a_bg.wasm')")
        );
        assert_eq!(joined("export { b };", "", ""), None);
    }
}
