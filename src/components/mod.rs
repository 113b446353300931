//! Parts that several screens share. Small ones with a body of their own: a paragraph or a button that is written out in a
//! view is compiled anew each time.

mod about;
mod button;
mod call;
mod copy;
mod fold;
mod icon;
mod live;
mod mark;
mod open;
mod place;
mod reach;
mod text;
mod window;

pub use about::{
    About, Askers, CopyNumber, Facts, Hours, OfficialPage, OriginOf, Say, Sentences, Title, Trust,
    Whose, official, quoted,
};
pub use button::{Back, Button, Way};
pub use call::{Number, OtherNumbers};
pub use copy::Copy;
pub use fold::Fold;
pub use icon::Icon;
pub use live::{LiveText, LiveViews};
pub use mark::Mark;
pub use open::{Brief, OpenNow};
pub use place::Place;
pub use reach::{Call, Ring, WaysTo};
pub use text::{Fact, Fault, Heading, P, Subheading};
pub use window::Window;
