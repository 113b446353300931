//! index.html on its way out, as types in the order of the steps: what Trunk wrote is [`Staged`], filled with what the
//! sheets say it is a whole [`Page`] (a development build ends here), and put into `dist/` it leaves a site that can only be
//! sealed ([`Unsealed`]). So no step can change a page whose policy is already worked out.

use std::fs;
use std::path::{Path, PathBuf};

use crate::fault::Fault;
use crate::site::{files, seal};

const INDEX: &str = "index.html";
const OPEN: &str = "<script>";
const CLOSE: &str = "</script>";
const MEND: &str = "run `cargo xtask build` again; if it stays, `git checkout -- index.html`";

/// index.html as Trunk wrote it, with marks for what the sheets say (`<!-- include start.html -->`).
pub struct Staged {
    html: String,
}

impl Staged {
    /// The page in `folder`.
    pub fn read(folder: &Path) -> Result<Self, Fault> {
        read(&folder.join(INDEX)).map(|html| Self { html })
    }

    /// The page with each piece of HTML in the place of its mark.
    pub fn filled(self, pieces: &Path) -> Result<Page, Fault> {
        let mut html = self.html;
        while let Some((name, mark)) = next_mark(&html) {
            let text = read(&pieces.join(&name))?;
            html = html.replace(&mark, text.trim_end());
        }
        Ok(Page { html })
    }
}

/// A whole page.
pub struct Page {
    html: String,
}

impl Page {
    /// Trunk's loader in it.
    pub fn loader(&self) -> Result<Loader<'_>, Fault> {
        Loader::of(&self.html).ok_or_else(|| Fault::new(INDEX, "no loader of Trunk's in it", MEND))
    }

    /// The page with one script in the place of Trunk's loader, and the program under its last name. The script is asked
    /// for where the loader stood, so nothing has to name it twice.
    pub fn with_script(self, script: &str, program: &str) -> Result<Self, Fault> {
        let loader = self.loader()?;
        let tag = format!("<script type=\"module\" src=\"{script}\">{CLOSE}");
        let html = self.html.replace(loader.whole, &tag);
        let html = html.replace(loader.program, program);
        let html = match html.split_once("<link rel=\"modulepreload\"") {
            Some((before, after)) => {
                let after = after.split_once('>').map_or("", |(_, after)| after);
                format!("{before}{after}")
            }
            None => html,
        };
        Ok(Self { html })
    }

    /// The page with each script within it made smaller: they come before the first paint.
    pub fn with_small_scripts(
        self,
        smaller: impl Fn(&str) -> Result<String, Fault>,
    ) -> Result<Self, Fault> {
        let mut html = String::new();
        let mut rest = self.html.as_str();
        while let Some((before, after)) = rest.split_once(OPEN) {
            let (script, after) = after.split_once(CLOSE).unwrap_or((after, ""));
            html.extend([before, OPEN, smaller(script)?.trim_end(), CLOSE]);
            rest = after;
        }
        html.push_str(rest);
        Ok(Self { html })
    }

    /// The page as a kiosk's, as `?kiosk=1` makes it for one visit.
    pub fn of_a_kiosk(self) -> Self {
        Self {
            html: self.html.replacen("<html", "<html data-kiosk", 1),
        }
    }

    /// Writes the page over the staged one; a development build is done with it.
    pub fn write(&self, folder: &Path) -> Result<(), Fault> {
        files::write(&folder.join(INDEX), &self.html)
    }

    /// Writes the page as the last file of the site in `folder`.
    pub fn publish(self, folder: &Path) -> Result<Unsealed, Fault> {
        self.write(folder)?;
        Ok(Unsealed {
            folder: folder.to_path_buf(),
        })
    }
}

/// Trunk's inline script, and the files that it names.
pub struct Loader<'a> {
    whole: &'a str,
    /// What wasm-bindgen wrote.
    pub glue: &'a str,
    /// The compiled program.
    pub program: &'a str,
}

impl<'a> Loader<'a> {
    fn of(html: &'a str) -> Option<Self> {
        const OPEN: &str = "<script type=\"module\">";
        const NAMES_PROGRAM: &str = "module_or_path:";
        // The page may have other scripts of its own.
        let at = html.find(NAMES_PROGRAM)?;
        let start = html[..at].rfind(OPEN)?;
        let end = at + html[at..].find(CLOSE)? + CLOSE.len();
        let whole = &html[start..end];
        let quoted = |after: &str| whole.split(after).nth(1)?.split('\'').nth(1);
        let file = |name: &'a str| name.trim_start_matches("./");
        Some(Self {
            whole,
            glue: quoted(" from ").map(file)?,
            program: quoted(NAMES_PROGRAM).map(file)?,
        })
    }
}

/// A site with all of its files, and without what rests on their bytes.
#[must_use = "a site without policy, headers and the worker's list is not to be published"]
pub struct Unsealed {
    folder: PathBuf,
}

impl Unsealed {
    /// Works out the policy, the headers and the worker's list: the last step.
    pub fn seal(self) -> Result<(), Fault> {
        seal::seal(&self.folder)
    }
}

/// The first include mark of a page: the piece's name and the whole mark.
fn next_mark(html: &str) -> Option<(String, String)> {
    const OPEN: &str = "<!-- include ";
    const CLOSE: &str = " -->";
    let (_, rest) = html.split_once(OPEN)?;
    let (name, _) = rest.split_once(CLOSE)?;
    Some((name.to_owned(), format!("{OPEN}{name}{CLOSE}")))
}

fn read(path: &Path) -> Result<String, Fault> {
    fs::read_to_string(path).map_err(|error| Fault::file(path, &error, MEND))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(html: &str) -> Page {
        Page {
            html: html.to_owned(),
        }
    }

    #[test]
    fn include_marks_are_found_by_name() {
        let mark = next_mark("<ul><!-- include start.html --></ul>");
        let (name, whole) = ("start.html", "<!-- include start.html -->");
        assert_eq!(mark, Some((name.to_owned(), whole.to_owned())));
        assert_eq!(next_mark("<ul><!-- no --></ul>"), None);
    }

    #[test]
    fn every_mark_is_filled_wherever_it_stands() -> Result<(), Fault> {
        let pieces = std::env::temp_dir().join(format!("pieces-{}", std::process::id()));
        files::write(&pieces.join("a.html"), "<!-- include b.html -->\n")?;
        files::write(&pieces.join("b.html"), "b\n")?;
        let html = "<!-- include a.html --> <!-- include b.html -->".to_owned();
        let filled = Staged { html }.filled(&pieces)?;
        assert_eq!(filled.html, "b b");
        let html = "<!-- include c.html -->".to_owned();
        assert!(Staged { html }.filled(&pieces).is_err());
        let _ = fs::remove_dir_all(pieces);
        Ok(())
    }

    #[test]
    fn scripts_within_the_page_are_made_smaller_and_nothing_else() -> Result<(), Fault> {
        let html = "<script src=\"a.js\"></script>a <script> one </script> b <script>two</script>";
        let small = page(html).with_small_scripts(|script| Ok(script.replace(' ', "")))?;
        let expected =
            "<script src=\"a.js\"></script>a <script>one</script> b <script>two</script>";
        assert_eq!(small.html, expected);
        Ok(())
    }

    #[test]
    fn no_loader_is_left_and_nothing_is_named_twice() -> Result<(), Fault> {
        let staged = "<head>\n<script type=\"module\">\nimport init, * as bindings from './a-1.js';\n\
            const wasm = await init({ module_or_path: './a-1_bg.wasm' });\n</script>\n\
            <link rel=\"modulepreload\" href=\"./a-1.js\" crossorigin=\"anonymous\">\
            <link rel=\"preload\" href=\"./a-1_bg.wasm\"></head>";
        let page = page(staged);
        let loader = page.loader()?;
        assert_eq!((loader.glue, loader.program), ("a-1.js", "a-1_bg.wasm"));
        let page = page.with_script("b-2.js", "b-3.wasm")?;
        let expected = "<head>\n<script type=\"module\" src=\"b-2.js\"></script>\n\
            <link rel=\"preload\" href=\"./b-3.wasm\"></head>";
        assert_eq!(page.html, expected);
        assert!(page.loader().is_err());
        Ok(())
    }

    #[test]
    fn a_kiosk_is_marked_at_the_root() {
        let marked = page("<!doctype html>\n<html lang=\"ja\">").of_a_kiosk();
        assert_eq!(
            marked.html,
            "<!doctype html>\n<html data-kiosk lang=\"ja\">"
        );
    }
}
