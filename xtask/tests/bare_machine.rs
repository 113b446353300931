//! `.ci/bare`, by which CI runs everything as on a machine that has never seen this project: what lies about on the
//! machine is not used, and is as it was afterwards. The old cargo home in here is a made-up one; nobody's own is touched.

#![allow(clippy::expect_used)]

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Compiles a crate that needs nothing from anywhere.
const COMPILE: &str = "\
mkdir -p target/tiny && cd target/tiny
printf '[package]\\nname = \"tiny\"\\nversion = \"0.0.0\"\\n[lib]\\npath = \"lib.rs\"\\n[workspace]\\n' > Cargo.toml
touch lib.rs
cargo check --quiet --offline
";

/// Names each thing that a bare machine has not.
const LOOK: &str = "\
std=$(rustc --print sysroot)/lib/rustlib
for there in .tools target dist \"$std/wasm32-unknown-unknown\" \"$std/src\" \"$CARGO_HOME\"/*; do
  [ ! -e \"$there\" ] || echo \"there: $there\"
done
! command -v trunk
pwd
";

/// A machine on which earlier work has left a program, and a setting with which nothing compiles.
struct OldMachine {
    folder: PathBuf,
}

impl OldMachine {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("madoguchi-{name}-{}", std::process::id()));
        let bin = folder.join("cargo/bin");
        fs::create_dir_all(&bin).expect("a folder");
        let rustup = on_path("rustup").expect("rustup");
        for name in ["rustup", "cargo", "rustc"] {
            symlink(&rustup, bin.join(name)).expect("a link");
        }
        let trunk = bin.join("trunk");
        fs::write(&trunk, "#!/bin/sh\nexit 1\n").expect("a program");
        fs::set_permissions(&trunk, fs::Permissions::from_mode(0o755)).expect("executable");
        let breaks = "[build]\nrustc = \"/nowhere/rustc\"\n";
        fs::write(folder.join("cargo/config.toml"), breaks).expect("settings");
        Self { folder }
    }

    /// Runs `script` by these words of the shell, at the root of the project.
    fn bash(&self, words: &[&str], script: &str) -> Output {
        let home = self.folder.join("cargo");
        let mut path = OsString::from(home.join("bin"));
        path.push(":");
        path.push(std::env::var_os("PATH").unwrap_or_default());
        Command::new("bash")
            .args(words)
            .arg(script)
            .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))
            .env("CARGO_HOME", home)
            .env("PATH", path)
            // The cargo that runs this test is of no matter to a machine.
            .env_remove("CARGO")
            .env_remove("RUSTUP_TOOLCHAIN")
            .output()
            .expect("bash")
    }

    /// Every file of the old cargo home with its bytes.
    fn home(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        let mut open = vec![self.folder.join("cargo")];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder).expect("a folder").flatten() {
                let path = entry.path();
                if path.is_dir() {
                    open.push(path);
                } else {
                    let bytes = fs::read(&path).expect("bytes");
                    files.insert(path, bytes);
                }
            }
        }
        files
    }
}

impl Drop for OldMachine {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let found = std::env::split_paths(&path).map(|folder| folder.join(program));
    found
        .filter(|program| program.is_file())
        .find_map(|program| fs::canonicalize(program).ok())
}

fn said(output: &Output) -> String {
    let texts = [&output.stdout, &output.stderr];
    texts.map(|text| String::from_utf8_lossy(text)).concat()
}

#[test]
fn what_lies_about_on_the_machine_is_not_used_and_stays_as_it_is() {
    let machine = OldMachine::new("old");
    let before = machine.home();
    // The setting does what it is there for: it reaches every build that looks into this home.
    let script = format!("mkdir -p target/bare-test && cd target/bare-test && {COMPILE}");
    let used = machine.bash(&["-ec"], &script);
    assert!(said(&used).contains("/nowhere/rustc"), "{}", said(&used));

    // A failure is handed on, and leaves nothing either.
    let bare = machine.bash(
        &[".ci/bare", "bash", "-ec"],
        &format!("{LOOK}{COMPILE}exit 7"),
    );
    let told = said(&bare);
    assert_eq!(bare.status.code(), Some(7), "{told}");
    assert_eq!(told.lines().count(), 1, "{told}");
    assert!(!Path::new(told.trim()).exists(), "{told}");
    assert_eq!(machine.home(), before);
}
