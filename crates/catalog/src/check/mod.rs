//! What only shows across sheets: each is right in itself, and together they are not.

mod numbers;

pub use numbers::check_across_towns;
