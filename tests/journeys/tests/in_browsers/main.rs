//! The journeys: what a resident does in real browsers, one module a promise. One binary, so that it links once and every
//! browser that is free takes the next journey.

mod answers_stand_in_no_address;
mod axe_finds_nothing;
mod back_keeps_every_answer;
mod bad_network_stops_nobody;
mod danger_comes_first;
mod dropped_tab;
mod emergency_numbers_stay_when_something_fails;
mod every_screen_fits_a_small_phone;
mod few_taps_lead_to_a_number;
mod furigana;
mod harness;
mod keeping_on_this_device;
mod keyboard_is_enough;
mod kiosk;
mod leaving_in_a_hurry;
mod lists_read_without_a_program;
mod monkey;
mod nobody_has_to_answer;
mod nothing_said_leaves_the_device;
mod notices_hold_between_their_days;
mod resident_reaches_a_real_window;
mod screen_shows_what_is_visible;
mod search_knows_the_words_people_use;
mod taking_along;
mod tap_on_a_town_is_not_lost;
mod three_engines;
mod tiles_hold_the_troubles;
mod town;
mod wards;
mod what_was_taken_back_counts_no_more;
mod windows_are_those_of_the_town;
mod works_with_the_network_off;
