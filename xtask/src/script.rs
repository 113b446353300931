//! The app's one script: what wasm-bindgen wrote, and behind it `public/start.js`, in one small file named after its
//! content. Trunk's own loader is an inline script with names in it; its hash would change the security policy at every
//! build, and where a server's policy is changed by hand, the app would stop.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::digest;
use crate::fault::Fault;
use crate::process;
use crate::project::Project;
use crate::site;

const START: &str = "public/start.js";
/// How start.js names the compiled program.
const PROGRAM: &str = "program.wasm";
const OPEN: &str = "<script type=\"module\">";
const NAMES_PROGRAM: &str = "module_or_path:";
const CLOSE: &str = "</script>";
const MEND: &str = "run `cargo xtask build` again; if it stays, Trunk or wasm-bindgen writes something new: mend xtask/src/script.rs";

/// Puts the script into `dist/` and its name into index.html, and makes all scripts there smaller.
pub fn write(project: &Project) -> Result<(), Fault> {
    let page = project.dist().join("index.html");
    let html = fs::read_to_string(&page).map_err(|error| Fault::file(&page, &error, MEND))?;
    let fault = |wrong: &str| Fault::new(page.display().to_string(), wrong, MEND);
    let loader = loader(&html).ok_or_else(|| fault("no loader of Trunk's in it"))?;
    let glue = project.dist().join(loader.glue.trim_start_matches("./"));
    let start = project.at(START);
    let read = |path| fs::read_to_string(path).map_err(|error| Fault::file(path, &error, MEND));
    let joined = joined(&read(&glue)?, &read(&start)?, loader.program)
        .ok_or_else(|| fault("wasm-bindgen's script exports nothing that starts the program"))?;
    fs::write(&glue, joined).map_err(|error| Fault::file(&glue, &error, MEND))?;
    for (name, _) in site::read(&project.dist())? {
        if name.ends_with(".js") {
            minify(project, &project.dist().join(name))?;
        }
    }
    let name = format!(
        "madoguchi-navi-{}.js",
        digest::for_a_name(read(&glue)?.as_bytes())
    );
    let named = project.dist().join(&name);
    fs::rename(&glue, &named).map_err(|error| Fault::file(&glue, &error, MEND))?;
    site::write(&page, with_script(&html, &loader, &name))
}

/// Makes the scripts within index.html smaller: they come before the first paint.
pub fn inline(project: &Project) -> Result<(), Fault> {
    const OPEN: &str = "<script>";
    let page = project.dist().join("index.html");
    let scratch = project.at("target/inline.js");
    let read = |path| fs::read_to_string(path).map_err(|error| Fault::file(path, &error, MEND));
    let mut html = read(&page)?;
    let mut from = 0;
    while let Some(at) = html[from..].find(OPEN) {
        let start = from + at + OPEN.len();
        let end = html[start..]
            .find(CLOSE)
            .map_or(html.len(), |at| start + at);
        site::write(&scratch, &html[start..end])?;
        minify(project, &scratch)?;
        let small = read(&scratch)?;
        html.replace_range(start..end, small.trim_end());
        from = start;
    }
    site::write(&page, html)
}

/// Makes a script smaller in its place; Trunk's own minifier fails on what wasm-bindgen writes.
pub fn minify(project: &Project, file: &Path) -> Result<(), Fault> {
    process::run(
        Command::new(project.npm_programs().join("terser"))
            .arg(file)
            .args(["--module", "--compress", "passes=3", "--mangle", "--output"])
            .arg(file),
        "run `cargo xtask build` again; if it stays, delete .tools/npm",
    )
}

/// Trunk's inline script, and the files that it names.
struct Loader<'a> {
    whole: &'a str,
    glue: &'a str,
    program: &'a str,
}

fn loader(html: &str) -> Option<Loader<'_>> {
    // The page may have other scripts of its own.
    let at = html.find(NAMES_PROGRAM)?;
    let start = html[..at].rfind(OPEN)?;
    let end = at + html[at..].find(CLOSE)? + CLOSE.len();
    let whole = &html[start..end];
    let quoted = |after: &str| whole.split(after).nth(1)?.split('\'').nth(1);
    Some(Loader {
        whole,
        glue: quoted(" from ")?,
        program: quoted(NAMES_PROGRAM)?,
    })
}

/// wasm-bindgen's script with its exports taken away and `start` behind it, which calls what was the default export.
fn joined(glue: &str, start: &str, program: &str) -> Option<String> {
    let (before, exports) = glue.rsplit_once("export {")?;
    let init = exports
        .split([',', '}'])
        .find_map(|name| name.trim().strip_suffix(" as default"))?;
    let program = program.trim_start_matches("./");
    let start = start.replace(PROGRAM, program);
    Some(format!("{before}\nconst init = {init};\n{start}"))
}

/// The page with the script by its name. It is asked for where the preload stood, so nothing has to name it twice.
fn with_script(html: &str, loader: &Loader, name: &str) -> String {
    let tag = format!("<script type=\"module\" src=\"{name}\">{CLOSE}");
    let html = html.replace(loader.whole, &tag);
    match html.split_once("<link rel=\"modulepreload\"") {
        Some((before, after)) => {
            let after = after.split_once('>').map_or("", |(_, after)| after);
            format!("{before}{after}")
        }
        None => html,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head>\n<script type=\"module\">\nimport init, * as bindings from './a-1.js';\n\
        const wasm = await init({ module_or_path: './a-1_bg.wasm' });\n</script>\n\
        <link rel=\"modulepreload\" href=\"./a-1.js\" crossorigin=\"anonymous\"><link rel=\"preload\"></head>";

    #[test]
    fn no_inline_script_is_left_and_nothing_is_named_twice() {
        let loader = loader(PAGE);
        let page = loader.map(|loader| {
            assert_eq!((loader.glue, loader.program), ("./a-1.js", "./a-1_bg.wasm"));
            with_script(PAGE, &loader, "b-2.js")
        });
        assert_eq!(
            page.as_deref(),
            Some(
                "<head>\n<script type=\"module\" src=\"b-2.js\"></script>\n<link rel=\"preload\"></head>"
            )
        );
    }

    #[test]
    fn the_start_calls_the_default_export() {
        let glue = "function a() {}\nexport { initSync, a as default };\n";
        assert_eq!(
            joined(glue, "init('program.wasm')", "./a_bg.wasm").as_deref(),
            Some("function a() {}\n\nconst init = a;\ninit('a_bg.wasm')")
        );
        assert_eq!(joined("export { b };", "", ""), None);
    }
}
