//! The pictures by which a phone shows the app on its home screen: some phones draw no SVG there, so the one icon is drawn in
//! their sizes. One fills its whole square, for phones that cut it into a shape of their own.

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::fault::Fault;
use crate::site::digest;

/// How much of a square that is cut the icon takes: what lies outside of it is ground (80 % are always in sight).
const WITHIN: f32 = 0.9;
const MEND: &str = "draw public/icon.svg as a square with a coloured ground";

/// One picture.
pub struct Picture {
    /// Pixels of a side.
    pub size: u32,
    /// For what the manifest says it is.
    pub purpose: &'static str,
    pub png: Vec<u8>,
}

impl Picture {
    /// The name of its file, with a hash of its content.
    pub fn name(&self) -> String {
        let (size, purpose) = (self.size, self.purpose);
        format!(
            "icon-{purpose}-{size}.{}.png",
            digest::for_a_name(&self.png)
        )
    }
}

/// The icon in all sizes that are asked for.
pub fn pictures(svg: &str) -> Result<Vec<Picture>, Fault> {
    let wrong = |error: String| Fault::new("public/icon.svg", error, MEND);
    let tree =
        Tree::from_str(svg, &Options::default()).map_err(|error| wrong(error.to_string()))?;
    let one = |(size, purpose)| {
        drawn(&tree, size, purpose).ok_or_else(|| wrong("it cannot be drawn".to_owned()))
    };
    [(192, "any"), (512, "any"), (512, "maskable")]
        .map(one)
        .into_iter()
        .collect()
}

fn drawn(tree: &Tree, size: u32, purpose: &'static str) -> Option<Picture> {
    let whole = on_ground(tree, size, 1.0, Color::TRANSPARENT)?;
    let png = if purpose == "any" {
        whole.encode_png()
    } else {
        // The middle of the upper edge: there the icon is ground.
        let ground = whole.pixel(size / 2, size / 32)?.demultiply();
        let ground = Color::from_rgba8(ground.red(), ground.green(), ground.blue(), u8::MAX);
        on_ground(tree, size, WITHIN, ground)?.encode_png()
    };
    Some(Picture {
        size,
        purpose,
        png: png.ok()?,
    })
}

/// The icon in the middle of a ground, `part` of its width.
fn on_ground(tree: &Tree, size: u32, part: f32, ground: Color) -> Option<Pixmap> {
    let mut picture = Pixmap::new(size, size)?;
    picture.fill(ground);
    // Sizes of icons are far below what a float holds exactly.
    #[expect(clippy::cast_precision_loss)]
    let side = size as f32;
    let (scale, beside) = (side * part / tree.size().width(), side * (1.0 - part) / 2.0);
    let place = Transform::from_scale(scale, scale).post_translate(beside, beside);
    resvg::render(tree, place, &mut picture.as_mut());
    Some(picture)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ICON: &str = include_str!("../../../public/icon.svg");

    #[test]
    fn a_phone_finds_each_size_and_one_that_it_may_cut() {
        let pictures = pictures(ICON).unwrap();
        let told: Vec<(u32, &str)> = pictures.iter().map(|one| (one.size, one.purpose)).collect();
        assert_eq!(told, [(192, "any"), (512, "any"), (512, "maskable")]);
        for one in &pictures {
            let png = Pixmap::decode_png(&one.png).unwrap();
            assert_eq!((png.width(), png.height()), (one.size, one.size));
            let corner = png.pixel(0, 0).unwrap().alpha();
            assert_eq!(corner, if one.purpose == "any" { 0 } else { u8::MAX });
        }
    }

    #[test]
    fn what_is_no_picture_is_said() {
        assert!(pictures("<svg").is_err());
    }
}
