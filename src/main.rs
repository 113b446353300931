//! The program that index.html starts.

use madoguchi_navi::platform::page;

fn main() {
    // A panic ends the program; what then stays on the screen is the help in index.html.
    std::panic::set_hook(Box::new(|_| page::stand(page::Part::Broken, "")));
    madoguchi_navi::start();
}
