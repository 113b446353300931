//! Pictures of the main screens at 320 and 1280 px, light and dark, for people to look at: `cargo xtask shots`. Every
//! screen is one line of [`SCREENS`]: its name, and the way there.

use std::process::ExitCode;

use journeys::{Engine, Resident, Step};

type Way = fn(&Resident) -> Step<()>;

/// Each begins at the start screen.
const SCREENS: [(&str, Way); 9] = [
    ("1-start", |_| Ok(())),
    ("2-asker", to_the_asker),
    ("3-troubles", |resident| resident.chooses_town("朝霞市")),
    ("4-troubles-fold-open", to_an_open_fold),
    ("5-troubles-searched", to_the_search),
    ("6-question", to_the_first_question),
    ("7-suggestions", to_the_suggestions),
    ("8-suggestions-danger", to_the_lines),
    ("9-window", to_a_window),
];
const WIDTHS: [u32; 2] = [320, 1280];

fn main() -> ExitCode {
    match take() {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}

fn take() -> Step<()> {
    let resident = Resident::arrives(Engine::Chromium)?;
    let browser = resident.browser();
    for (name, way) in SCREENS {
        browser.resize(320, 740)?;
        browser.open(&resident.stage().server.url())?;
        resident.stage().settle()?;
        way(&resident)?;
        for width in WIDTHS {
            browser.resize(width, 800)?;
            for (colours, dark) in [("light", false), ("dark", true)] {
                browser.prefer_dark(dark)?;
                let path = browser.shot_of_all(&format!("{name}-{width}-{colours}"))?;
                println!("  {}", path.display());
            }
        }
        browser.prefer_dark(false)?;
        // Away and back again, so that the next screen begins at the start.
        browser.open("about:blank")?;
    }
    Ok(())
}

fn to_the_asker(resident: &Resident) -> Step<()> {
    resident.taps_on("朝霞市")?;
    resident.stands_before("だれのことで困っていますか")
}

fn to_an_open_fold(resident: &Resident) -> Step<()> {
    resident.chooses_town("朝霞市")?;
    resident.marks(&[("お金・くらし", "家賃が払えない")])
}

fn to_the_search(resident: &Resident) -> Step<()> {
    resident.chooses_town("朝霞市")?;
    resident.writes("母がぼけてきてお金もない")?;
    resident.taps_on("親の物忘れがひどい")
}

fn to_the_first_question(resident: &Resident) -> Step<()> {
    resident.chooses_town("朝霞市")?;
    resident.marks(&[
        ("お金・くらし", "家賃が払えない"),
        ("介護・年をとること", "親の物忘れがひどい"),
    ])?;
    resident.answers(&[]).map(drop)
}

fn to_the_suggestions(resident: &Resident) -> Step<()> {
    to_the_first_question(resident)?;
    resident.taps_on("今わかっている窓口を見る")?;
    resident.stands_before("相談できる窓口")
}

fn to_the_lines(resident: &Resident) -> Step<()> {
    resident.chooses_town("朝霞市")?;
    resident.marks(&[("こころ・家から出にくい・やめられない", "死にたい・消えたい")])?;
    resident.answers(&[]).map(drop)
}

fn to_a_window(resident: &Resident) -> Step<()> {
    to_the_suggestions(resident)?;
    resident.taps_on("くわしく見る")?;
    resident.stands_before("困りごとをまとめて話せる市の窓口")
}
