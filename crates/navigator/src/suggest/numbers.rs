//! Numbers for things in the order in which they are first met: work then grows with what was met, and
//! not with the size of the catalog. A plain table; the standard ones would weigh more in the browser.

/// Gives out numbers 0, 1, 2, …; the caller keeps the things themselves.
#[derive(Default)]
pub struct Numbers {
    /// Hash and number; as many as a power of two, at most half of them taken.
    places: Vec<Option<(u32, u32)>>,
    count: u32,
}

impl Numbers {
    /// The number of the thing with this hash for which `is_it` says yes, or else the next one.
    pub fn of(&mut self, hash: u32, is_it: &dyn Fn(usize) -> bool) -> usize {
        if self.places.len() <= self.count as usize * 2 {
            let larger = vec![None; (self.places.len() * 2).max(128)];
            for known in std::mem::replace(&mut self.places, larger) {
                if let Some((hash, _)) = known {
                    let place = self.place(hash, &|_| false);
                    self.places[place] = known;
                }
            }
        }
        let place = self.place(hash, is_it);
        let (_, number) = *self.places[place].get_or_insert((hash, self.count));
        self.count = self.count.max(number + 1);
        number as usize
    }

    /// Where the thing stands or would stand.
    fn place(&self, hash: u32, is_it: &dyn Fn(usize) -> bool) -> usize {
        let last = self.places.len() - 1;
        let mut place = hash as usize & last;
        while let Some((other, number)) = self.places[place]
            && !(other == hash && is_it(number as usize))
        {
            place = (place + 1) & last;
        }
        place
    }
}

/// FNV-1a.
pub fn hash_of(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, &byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_thing_keeps_its_number() {
        // Few hashes for many things, so that they stand in each other's way.
        let mut numbers = Numbers::default();
        let mut met: Vec<u32> = Vec::new();
        for round in 0..3 {
            for thing in (0..500).rev() {
                let number = numbers.of(thing % 7, &|number| met[number] == thing);
                if number == met.len() {
                    assert_eq!(round, 0, "{thing} was met before");
                    met.push(thing);
                }
                assert_eq!(met[number], thing);
            }
        }
        assert_eq!(met.len(), 500);
    }
}
