//! A town's windows as plain pages, for old phones, for search engines and for people who would rather read than answer.
//! Anchors are fragments: which one is read never leaves the device.

use crate::frame::framed;
use crate::page::Page;
use crate::{access, hub, needs, plan, windows};
use catalog::Compiled;
use navigator::Day;

/// The pages of all towns by their path below the site: `asaka/needs.html`. What is not valid on `day` is left out.
#[must_use]
pub fn lists(towns: &[Compiled], day: Day) -> Vec<(String, String)> {
    let pages = |town: &Compiled| {
        let catalog = &town.catalog;
        Page::ALL.map(|page| {
            let body = match page {
                Page::Hub => hub::hub(catalog, day),
                Page::Needs => needs::needs(catalog, day),
                Page::Windows => windows::windows(catalog, day),
                Page::Plan => plan::plan(catalog, day),
                Page::Access => access::access(catalog),
            };
            let path = format!("{}/{}", town.id, page.file());
            (path, framed(catalog, page, day, &body).into_string())
        })
    };
    towns.iter().flat_map(pages).collect()
}
