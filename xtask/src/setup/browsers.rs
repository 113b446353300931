//! The three browser engines with their drivers, a virtual screen and Japanese fonts, as Debian packages them. Installs
//! them only as root and only where one is missing; otherwise says the one command that does.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::fault::Fault;
use crate::process;
use crate::progress::{present, step, watched};

/// What shows that a package is there: a program on the PATH, or a file.
enum Sign {
    Program(&'static str),
    File(&'static str),
}

const NEEDED: [(&str, Sign); 6] = [
    ("chromium", Sign::Program("chromium")),
    ("chromium-driver", Sign::Program("chromedriver")),
    ("firefox-esr", Sign::Program("firefox-esr")),
    ("webkit2gtk-driver", Sign::Program("WebKitWebDriver")),
    ("xvfb", Sign::Program("Xvfb")),
    (
        "fonts-noto-cjk",
        Sign::File("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"),
    ),
];

/// Makes sure that the journeys have their browsers.
pub fn ensure() -> Result<(), Fault> {
    let missing: Vec<&str> = NEEDED
        .iter()
        .filter(|(_, sign)| !is_there(sign))
        .map(|(package, _)| *package)
        .collect();
    if missing.is_empty() {
        present("browsers: Chromium, Firefox, WebKit");
        return Ok(());
    }
    let by_hand = format!(
        "run `sudo apt-get update && sudo apt-get install {}`",
        missing.join(" ")
    );
    if !process::on_path("apt-get") || !is_root() {
        return Err(Fault::new(
            "browsers for the journeys",
            format!("missing: {}", missing.join(", ")),
            by_hand,
        ));
    }
    step(&format!("Debian packages {}", missing.join(" ")), || {
        install(&missing, &by_hand)
    })
}

fn is_there(sign: &Sign) -> bool {
    match sign {
        Sign::Program(name) => process::on_path(name),
        Sign::File(path) => Path::new(path).is_file(),
    }
}

fn is_root() -> bool {
    process::read(Command::new("id").arg("-u"), "").is_ok_and(|id| id.trim() == "0")
}

fn install(missing: &[&str], by_hand: &str) -> Result<(), Fault> {
    let apt = |word: &str| {
        let mut apt = Command::new("apt-get");
        apt.args(["--quiet", "--quiet", "-oAPT::Status-Fd=2", word])
            .env("DEBIAN_FRONTEND", "noninteractive");
        apt
    };
    watched::run("lists of packages", &mut apt("update"), by_hand)?;
    let mut install = apt("install");
    install
        .args(["--yes", "--no-install-recommends"])
        .args(missing);
    // What dpkg writes of each package says nothing that the bar does not.
    install.stdout(Stdio::null());
    watched::run("browsers", &mut install, by_hand)
}
