//! What only shows across sheets: each is right in itself, and together they are not. After this nothing is left that
//! could fail in compiling.

mod always;
mod areas;
mod credits;
mod danger;
mod danger_lines;
mod danger_lists;
mod days;
mod ids;
mod knowledge;
mod language;
mod lines;
mod measures;
mod numbers;
mod official;
mod reach;
mod sense;
mod switchboard;
mod texts;
mod told;
mod towns;
mod used;

use crate::fault::Faults;
use crate::knowledge::Knowledge;
use crate::sources::Sources;
use crate::town::TownSheets;
use navigator::Day;

/// Notes every fault that shows across sheets. What would only be said since another sheet could not be read is not said.
pub fn check(knowledge: &Knowledge, towns: &[TownSheets], faults: &mut Faults) {
    towns::check_towns(towns, faults);
    numbers::check_across_towns(knowledge, towns, faults);
    danger::check_danger(knowledge, faults);
    knowledge::check_knowledge(knowledge, towns, faults);
    official::check_lines(knowledge, faults);
    always::check_always(knowledge, faults);
    danger_lines::check_lines(knowledge, towns, faults);
    sense::check_lines(knowledge, faults);
    texts::check_texts(knowledge, towns, faults);
    used::check_sources(knowledge, towns, faults);
    language::check_language(knowledge, towns, faults);
    for town in towns {
        measures::check_measures(town, faults);
        official::check_town(knowledge, town, faults);
        switchboard::check_switchboard(knowledge, town, faults);
        ids::check_line_ids(knowledge, town, faults);
        ids::check_names(town, faults);
        credits::check_credits(knowledge, town, faults);
        used::check_hours(town, faults);
        areas::check_areas(town, faults);
        sense::check_town(knowledge, town, faults);
        reach::check_reachable(knowledge, town, faults);
        reach::check_joined_up(knowledge, town, faults);
    }
}

/// Notes what is wrong on this day.
pub fn check_on(
    sources: &Sources,
    (knowledge, towns): (&Knowledge, &[TownSheets]),
    today: Day,
    faults: &mut Faults,
) {
    days::check_days(sources, today, faults);
    for town in towns {
        days::check_is_shown(knowledge, town, today, faults);
    }
}
