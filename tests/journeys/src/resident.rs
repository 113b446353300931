//! A resident with a phone and one thumb: every tap counts, and the next one waits until the screen is there.

use std::cell::Cell;

use serde_json::json;

use xtask::server::Weather;

use crate::{App, Browser, Element, Engine, Stage, Step};

/// The heading in sight without its furigana, and whether it was announced: it has the focus, or the browser itself opened
/// the page with it.
const HEADING: &str = "const seen = [...document.querySelectorAll('h1')].filter((each) => each.checkVisibility()); \
    const read = (each) => { const copy = each.cloneNode(true); \
        copy.querySelectorAll('rt').forEach((over) => over.remove()); return copy.textContent; }; \
    return [seen.map(read).join('／'), \
        seen.some((each) => each === document.activeElement || each.closest('#start') !== null)]";

/// Numbers that can be dialled in the program's part of the page, as their links have them.
const DIALLED: &str = "return [...document.querySelectorAll('#app a[href^=\"tel:\"]')] \
    .filter((each) => each.checkVisibility()).map((each) => each.getAttribute('href'))";

/// The card (or line of a list) that holds an element.
const CARD: &str = "return arguments[0].closest('article, li').innerText";

const IN_SIGHT: &str = "const box = arguments[0].getBoundingClientRect(); \
    const over = (y) => arguments[0].contains(document.elementFromPoint(box.left + box.width / 2, y)); \
    return box.top >= 0 && box.bottom <= innerHeight && over(box.top + 2) && over(box.bottom - 2)";

/// What the suggestions say first: whom to call, before when, or whom to talk to.
const SUGGESTIONS: [&str; 5] = [
    "まず、ここに電話してください",
    "まず、ここに相談してください",
    "今日か明日のうちに、電話してください",
    "今日か明日のうちに、相談してください",
    "まず、ここに話してください",
];

/// The screen between a town's choice and its catalog; nobody stays there.
const LOADING: &str = "読みこんでいます";

/// Whether the screen with this heading is the suggestions: no question comes any more.
pub fn is_of_suggestions(heading: &str) -> bool {
    SUGGESTIONS.iter().any(|each| heading.contains(each))
}

/// Somebody on their way through the app.
#[derive(Debug)]
pub struct Resident {
    stage: Stage,
    app: App,
    taps: Cell<u32>,
}

impl Resident {
    /// Opens the app on a phone.
    pub fn arrives(engine: Engine) -> Step<Self> {
        Self::arrives_at(engine, App::copy()?, "")
    }

    /// Opens this copy of the app at an address below its root.
    pub fn arrives_at(engine: Engine, app: App, below: &str) -> Step<Self> {
        Self::begins_on(Stage::of_folder_at(engine, app.folder(), below)?, app)
    }

    /// Opens this copy of the app at an address below its root, and is quicker than these parts of it, which are held back
    /// until [`Resident::it_comes`].
    pub fn arrives_before(engine: Engine, app: App, below: &str, held: &[&str]) -> Step<Self> {
        let held: Vec<_> = held.iter().map(|part| (*part, Weather::Held)).collect();
        Self::arrives_in(engine, app, below, &held)
    }

    /// Opens this copy of the app at an address below its root, in this weather over parts of it, and waits for nothing.
    pub fn arrives_in(
        engine: Engine,
        app: App,
        below: &str,
        weather: &[(&str, Weather)],
    ) -> Step<Self> {
        let stage = Stage::in_weather(engine, app.folder(), below, weather)?;
        stage.browser.resize(360, 740)?;
        Ok(Self::stands_on(stage, app))
    }

    /// Begins where `stage` stands, which serves `app`.
    pub fn begins_on(stage: Stage, app: App) -> Step<Self> {
        stage.browser.resize(360, 740)?;
        stage.settle()?;
        Ok(Self::stands_on(stage, app))
    }

    fn stands_on(stage: Stage, app: App) -> Self {
        let taps = Cell::new(0);
        Self { stage, app, taps }
    }

    /// The weather of this part is over, and what was held back comes.
    pub fn it_comes(&self, part: &str) {
        self.stage.server.clears(part);
    }

    /// Leaves the page, and opens it anew at an address below its root.
    pub fn comes_again(&self, below: &str) -> Step<()> {
        // An address that differs behind `#` alone would be the same page.
        self.browser().open("about:blank")?;
        let home = self.stage.server.url();
        self.browser().open(&format!("{home}{below}"))?;
        self.waits_for_the_program()
    }

    /// Waits until the program is there: it takes the words for a tap that came too early away.
    pub fn waits_for_the_program(&self) -> Step<()> {
        self.browser().until("the program", || {
            let here =
                "return document.readyState === 'complete' && !document.querySelector('.waiting')";
            Ok((self.browser().run(here, &[])? == true).then_some(()))
        })
    }

    /// Opens every fold of the program's screen, and waits until each is drawn.
    pub fn unfolds_all(&self) -> Step<()> {
        let script = "const folds = [...document.querySelectorAll('details')]; \
            folds.forEach((each) => { each.open = true; }); \
            return folds.every((each) => each.lastElementChild.textContent !== '')";
        self.browser().until("every fold to be open", || {
            Ok((self.browser().run(script, &[])? == true).then_some(()))
        })
    }

    /// Closes Chromium, and gives the file of its history as it is then.
    pub fn closes_the_browser(self) -> Step<Vec<u8>> {
        self.stage.browser.close()
    }

    /// The browser that is used.
    pub fn browser(&self) -> &Browser {
        &self.stage.browser
    }

    /// Browser and server.
    pub fn stage(&self) -> &Stage {
        &self.stage
    }

    /// The copy of the app that is served.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Taps so far.
    pub fn taps(&self) -> u32 {
        self.taps.get()
    }

    /// Taps what reads `text`.
    pub fn taps_on(&self, text: &str) -> Step<()> {
        self.count();
        self.browser().click(text)
    }

    /// Taps one after the other.
    pub fn taps_on_each(&self, texts: &[&str]) -> Step<()> {
        texts.iter().try_for_each(|text| self.taps_on(text))
    }

    /// Opens the fold of that name.
    pub fn unfolds(&self, name: &str) -> Step<()> {
        self.count();
        self.browser().click_in(".field-name", name)
    }

    /// Opens the page of the first window that stands in one line below the cards.
    pub fn opens_a_window(&self) -> Step<()> {
        self.count();
        let name = self.browser().find("#app .one .link")?;
        self.browser().bring_to_the_middle(&name)?;
        name.click()
    }

    /// Opens the folds named, and marks the trouble named with each.
    pub fn marks(&self, troubles: &[(&str, &str)]) -> Step<()> {
        for (fold, trouble) in troubles {
            self.unfolds(fold)?;
            self.taps_on(trouble)?;
        }
        Ok(())
    }

    /// Taps the field for words, empties it and writes.
    pub fn writes(&self, words: &str) -> Step<()> {
        let field = self.browser().find("#words")?;
        // A person scrolls what lies behind the header into sight; a driver thinks that it is in sight.
        let into_sight = "arguments[0].scrollIntoView({ block: 'center' })";
        self.browser().run(into_sight, &[field.argument()])?;
        self.count();
        self.browser().bring_to_the_middle(&field)?;
        field.click()?;
        field.clear()?;
        field.type_in(words)
    }

    /// Waits until the screen with this heading stands alone and is announced.
    pub fn stands_before(&self, heading: &str) -> Step<()> {
        self.browser()
            .until(&format!("to stand before 「{heading}」"), || {
                let (seen, announced) = self.seen_heading()?;
                Ok((announced && seen.contains(heading)).then_some(()))
            })
    }

    /// Waits until the suggestions stand there, and returns what they say first.
    pub fn stands_before_suggestions(&self) -> Step<String> {
        self.browser().until("to stand before the suggestions", || {
            let (seen, announced) = self.seen_heading()?;
            Ok((announced && is_of_suggestions(&seen)).then_some(seen))
        })
    }

    /// Waits for the screen after the one with heading `before`, and returns its heading.
    pub fn goes_on_from(&self, before: &str) -> Step<String> {
        self.browser().until("the next screen", || {
            let (seen, announced) = self.seen_heading()?;
            let passing = seen.contains(before) || seen.contains(LOADING);
            Ok((announced && !passing).then_some(seen))
        })
    }

    /// The heading of the present screen.
    pub fn heading(&self) -> Step<String> {
        Ok(self.seen_heading()?.0)
    }

    fn seen_heading(&self) -> Step<(String, bool)> {
        let found = self.browser().run(HEADING, &[])?;
        let heading = found[0].as_str().unwrap_or_default();
        Ok((heading.to_owned(), found[1] == true))
    }

    /// From the start screen to the troubles: in this town, about oneself.
    pub fn chooses_town(&self, town: &str) -> Step<()> {
        self.taps_on(town)?;
        self.stands_before("だれのことで困っていますか")?;
        self.taps_on("自分のこと")?;
        self.stands_before("困っていることを")
    }

    /// Answers the question that stands on the screen, and goes on.
    pub fn answers(&self, options: &[&str]) -> Step<String> {
        let before = self.heading()?;
        self.taps_on_each(options)?;
        self.taps_on("次へ")?;
        self.goes_on_from(&before)
    }

    /// Whether a box or circle is marked whose label reads `text`.
    pub fn has_marked(&self, text: &str) -> Step<bool> {
        let script = "return [...document.querySelectorAll('#app label')].some((each) => \
            each.textContent.includes(arguments[0]) && each.control?.checked)";
        Ok(self.browser().run(script, &[json!(text)])? == true)
    }

    /// Whether an element is in sight without scrolling, and nothing lies over it.
    pub fn has_in_sight(&self, element: &Element) -> Step<bool> {
        Ok(self.browser().run(IN_SIGHT, &[element.argument()])? == true)
    }

    /// What the card says that holds `text`.
    pub fn card_with(&self, text: &str) -> Step<String> {
        let element: Element = self.browser().sees(text)?;
        let card = self.browser().run(CARD, &[element.argument()])?;
        Ok(card.as_str().unwrap_or_default().to_owned())
    }

    /// The links of all numbers that the program's part of the screen offers, from above to below.
    pub fn numbers(&self) -> Step<Vec<String>> {
        let list = self.browser().run(DIALLED, &[])?;
        let links = list.as_array().map(Vec::as_slice).unwrap_or_default();
        Ok(links
            .iter()
            .filter_map(|link| link.as_str().map(String::from))
            .collect())
    }

    fn count(&self) {
        self.taps.set(self.taps.get() + 1);
    }
}
