//! Where a window is: its address, to be copied and to be opened in the device's own map. The address is a public fact and no
//! answer, and only a tap gives it away; a kiosk opens nothing.

use super::copy::Copy;
use super::icon::Icon;
use super::text::P;
use super::window::Window;
use crate::platform::page;
use leptos::prelude::*;
use words::phrases::entry as say;

/// The address of a window and the way there; nothing where it is not known.
#[component]
pub fn Place(window: Window) -> impl IntoView {
    let address = window.channels.address.clone();
    let access = window.channels.access.clone();
    (!address.is_empty()).then(|| {
        let access =
            (!access.is_empty()).then(|| view! { <P class="note" text=access /> }.into_any());
        let ways = (!page::is_kiosk()).then(|| {
            let map = page::map_address(&address);
            view! {
                <div class="pair">
                    <a class="quiet" href=map>
                        <Icon name="map-pin" />
                        {say::OPEN_MAP.text()}
                    </a>
                    <Copy text=address.clone() name=say::COPY_ADDRESS />
                </div>
            }
            .into_any()
        });
        view! {
            <div class="place">
                <P text=address />
                {access}
                {ways}
            </div>
        }
        .into_any()
    })
}
