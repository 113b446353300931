//! Parts that several screens share. Small ones with a body of their own: a paragraph or a button that is written out in a
//! view is compiled anew each time.

mod about;
mod button;
mod call;
mod fold;
mod icon;
mod live;
mod mark;
mod open;
mod text;
mod window;

pub use about::{
    About, Askers, Facts, OfficialPage, OriginOf, Say, Sentences, Title, Trust, Whose, quoted,
};
pub use button::{Back, Button, Way};
pub use call::{Call, Number, OtherNumbers};
pub use fold::Fold;
pub use icon::Icon;
pub use live::{LiveText, LiveViews};
pub use mark::Mark;
pub use open::OpenNow;
pub use text::{Fact, Fault, Heading, P, Subheading};
pub use window::Window;
