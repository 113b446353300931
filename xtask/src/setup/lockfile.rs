//! Looks one version up in Cargo.lock. wasm-bindgen's program and crate must be of exactly one version, and the lock says
//! which.

use crate::fault::Fault;
use crate::project::Project;

/// The locked version of the wasm-bindgen crate.
pub fn wasm_bindgen(project: &Project) -> Result<String, Fault> {
    let path = project.at("Cargo.lock");
    let mend = "run `cargo generate-lockfile` at the root of the project";
    let text = std::fs::read_to_string(&path).map_err(|error| Fault::file(&path, &error, mend))?;
    locked_version(&text, "wasm-bindgen").ok_or_else(|| {
        Fault::new(
            path.display().to_string(),
            "no package wasm-bindgen in it",
            "run `git checkout -- Cargo.toml Cargo.lock`: the app has to depend on wasm-bindgen",
        )
    })
}

/// The version of `package` in the text of a Cargo.lock; the first where there are several.
pub fn locked_version(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    lines.find(|line| line.trim() == name)?;
    let version = lines.next()?.trim().strip_prefix("version = \"")?;
    Some(version.strip_suffix('"')?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "version = 4\n\n[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.1\"\n\n\
        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\ndependencies = [\n \"wasm-bindgen-macro\",\n]\n";

    #[test]
    fn version_is_of_that_package_and_no_namesake() {
        assert_eq!(
            locked_version(LOCK, "wasm-bindgen").as_deref(),
            Some("0.2.130")
        );
        assert_eq!(
            locked_version(LOCK, "wasm-bindgen-macro").as_deref(),
            Some("0.2.1")
        );
        assert_eq!(locked_version(LOCK, "leptos"), None);
    }
}
