//! The one sort of this crate: every shape of sort would be code of its own in the browser. Whoever sorts, sorts
//! `(u64, u32, usize)`.

/// The items by a first number, then by a second one, lowest first; what is equal in both keeps its order.
pub fn by_key<T>(items: Vec<T>, first: impl Fn(&T) -> u64, second: impl Fn(&T) -> u32) -> Vec<T> {
    let mut keys: Vec<(u64, u32, usize)> = items
        .iter()
        .enumerate()
        .map(|(place, item)| (first(item), second(item), place))
        .collect();
    keys.sort_unstable();
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    keys.into_iter()
        .filter_map(|(.., place)| items.get_mut(place)?.take())
        .collect()
}
