//! The headers that every server of this site sends: one model, and the same values in the words of each server.
//!
//! `_headers` (Netlify, Cloudflare Pages and the server of `cargo xtask serve`) lies in `dist/`, where other servers do not
//! read it. What nginx, Apache and IIS need lies beside, in `dist-server/`: a file of a wrong server, or one that the site's
//! owner has forbidden, would stop the whole site.

use super::files::{Files, is_named_after_content};
use super::policy::Policy;

/// The file of the model in `dist/`.
pub const FILE: &str = "_headers";
/// The name says the content, so it can be kept for good.
const KEPT: &str = "public, max-age=31536000, immutable";
/// Kept, but asked about each time.
pub const ASKED: &str = "no-cache";
const CACHE: &str = "Cache-Control";

/// What browsers do with a file of an unknown kind is not left to them.
const KINDS: [(&str, &str); 3] = [
    ("bin", "application/octet-stream"),
    ("wasm", "application/wasm"),
    ("webmanifest", "application/manifest+json"),
];

/// Nothing of the device is ever asked for; only handing on a link is.
const CLOSED: [&str; 22] = [
    "accelerometer",
    "autoplay",
    "bluetooth",
    "camera",
    "clipboard-read",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "usb",
    "xr-spatial-tracking",
];

/// The headers of a built site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headers {
    always: Vec<(&'static str, String)>,
    /// Files named after their content.
    kept: Vec<String>,
    /// Addresses of pages and of other files whose content changes under the same name.
    asked: Vec<String>,
}

impl Headers {
    /// The headers under which these files work, and nothing else does.
    pub fn of(files: &Files) -> Self {
        let pages: Vec<String> = files
            .iter()
            .filter(|(name, _)| name.ends_with(".html"))
            .map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned())
            .collect();
        let policy = Policy::of(pages.iter().map(String::as_str));
        let closed: Vec<String> = CLOSED.iter().map(|name| format!("{name}=()")).collect();
        let always = vec![
            ("Content-Security-Policy", policy.header()),
            ("X-Content-Type-Options", "nosniff".to_owned()),
            ("Referrer-Policy", "no-referrer".to_owned()),
            ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
            ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
            (
                "Permissions-Policy",
                format!(
                    "{}, clipboard-write=(self), web-share=(self)",
                    closed.join(", ")
                ),
            ),
        ];
        let (kept, others): (Vec<&String>, Vec<&String>) =
            files.keys().partition(|name| is_named_after_content(name));
        let mut asked = vec![String::new()];
        for name in others.into_iter().filter(|name| *name != FILE) {
            // A folder of pages is one rule: free plans of hosts read a hundred.
            let rule = name
                .split_once('/')
                .map_or_else(|| name.clone(), |(folder, _)| format!("{folder}/*"));
            if !asked.contains(&rule) {
                asked.push(rule);
            }
        }
        Self {
            always,
            kept: kept.into_iter().cloned().collect(),
            asked,
        }
    }

    /// `_headers`. Hosts join the values of a header that two rules give, so no address gets one header twice.
    pub fn as_headers_file(&self) -> String {
        let mut text = "/*\n".to_owned();
        for (name, value) in &self.always {
            text.push_str(&format!("  {name}: {value}\n"));
        }
        let asked = self.asked.iter().map(|path| (path, ASKED));
        for (path, value) in asked.chain(self.kept.iter().map(|path| (path, KEPT))) {
            text.push_str(&format!("/{path}\n  {CACHE}: {value}\n"));
        }
        text
    }

    /// Files of `dist-server/` with their texts.
    pub fn for_servers(&self) -> Vec<(&'static str, String)> {
        vec![
            ("nginx.conf", self.as_nginx()),
            ("apache.htaccess", self.as_apache()),
            ("iis.web.config", self.as_iis()),
        ]
    }

    fn as_nginx(&self) -> String {
        let kept: String = self
            .kept
            .iter()
            .map(|path| format!("    \"~/{}$\" \"{KEPT}\";\n", path.replace('.', "\\.")))
            .collect();
        // A lower level with a header of its own would drop all of these: they stand together, in one place.
        let always: String = self
            .always
            .iter()
            .map(|(name, value)| format!("add_header {name} \"{value}\" always;\n"))
            .collect();
        let kinds: String = KINDS
            .iter()
            .map(|(end, kind)| format!("#   {kind} {end};\n"))
            .collect();
        format!(
            "# まどぐちナビの nginx の設定。アプリを作るたびに変わるので、dist/ といっしょに入れかえます（docs/publish.md）。\n\
             # 1. この map を http {{ }} の中に入れます。\n\
             map $uri $madoguchi_cache {{\n    default \"{ASKED}\";\n{kept}}}\n\n\
             # 2. ここから下を、dist/ を見せる server {{ }} か location {{ }} の中に入れます。\n\
             {always}add_header {CACHE} $madoguchi_cache;\n\n\
             # 3. mime.types に、次の行があることを確かめます（古い版の nginx にはありません）。\n{kinds}"
        )
    }

    fn as_apache(&self) -> String {
        let kinds: String = KINDS
            .iter()
            .map(|(end, kind)| format!("AddType {kind} .{end}\n"))
            .collect();
        let always: String = self
            .always
            .iter()
            .map(|(name, value)| format!("Header always set {name} \"{value}\"\n"))
            .collect();
        let kept: Vec<String> = self
            .kept
            .iter()
            .map(|path| path.rsplit('/').next().unwrap_or(path).replace('.', "\\."))
            .collect();
        format!(
            "# まどぐちナビの Apache の設定。「.htaccess」という名前にして、dist/ の中身といっしょに置きます（docs/publish.md）。\n\
             # mod_headers と、AllowOverride FileInfo がいります。アプリを作るたびに変わります。\n\
             {kinds}{always}Header set {CACHE} \"{ASKED}\"\n\
             <FilesMatch \"^({})$\">\nHeader set {CACHE} \"{KEPT}\"\n</FilesMatch>\n",
            kept.join("|")
        )
    }

    fn as_iis(&self) -> String {
        let kinds: String = KINDS
            .iter()
            .map(|(end, kind)| {
                format!("      <remove fileExtension=\".{end}\" /><mimeMap fileExtension=\".{end}\" mimeType=\"{kind}\" />\n")
            })
            .collect();
        let header = |name: &str, value: &str| {
            format!("      <remove name=\"{name}\" /><add name=\"{name}\" value=\"{value}\" />\n")
        };
        let always: String = self
            .always
            .iter()
            .map(|(name, value)| header(name, value))
            .collect();
        let asked = header(CACHE, ASKED);
        let kept: String = self
            .kept
            .iter()
            .map(|path| {
                let kept = header(CACHE, KEPT);
                format!(
                    "  <location path=\"{path}\"><system.webServer><httpProtocol><customHeaders>\n{kept}  \
                     </customHeaders></httpProtocol></system.webServer></location>\n"
                )
            })
            .collect();
        format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
             <!-- まどぐちナビの IIS の設定。「web.config」という名前にして、dist/ の中身といっしょに置きます（docs/publish.md）。\n     \
             アプリを作るたびに変わります。 -->\n\
             <configuration>\n  <system.webServer>\n    <staticContent>\n{kinds}    </staticContent>\n    \
             <httpProtocol>\n      <customHeaders>\n{always}{asked}      </customHeaders>\n    </httpProtocol>\n  \
             </system.webServer>\n{kept}</configuration>\n"
        )
    }
}

/// The headers that a `_headers` file gives to an address such as `/asaka/needs.html`.
pub fn given(file: &str, address: &str) -> Vec<(String, String)> {
    let mut given = Vec::new();
    let mut applies = false;
    for line in file.lines() {
        match line
            .strip_prefix("  ")
            .and_then(|line| line.split_once(": "))
        {
            Some((name, value)) if applies => given.push((name.to_owned(), value.to_owned())),
            Some(_) => {}
            None => {
                applies = match line.strip_suffix('*') {
                    Some(start) => address.starts_with(start),
                    None => address == line,
                };
            }
        }
    }
    given
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Files {
        [
            ("index.html", "<style>p{}</style><script>a()</script>"),
            ("asaka/index.html", ""),
            ("asaka/needs.html", ""),
            ("asaka.1a2b3c4d.bin", ""),
            ("app-0123456789abcdef.js", ""),
            ("sw.js", ""),
            ("_headers", ""),
        ]
        .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
        .into()
    }

    #[test]
    fn all_formats_carry_the_same_values() {
        let headers = Headers::of(&site());
        let mut formats = headers.for_servers();
        formats.push((FILE, headers.as_headers_file()));
        assert_eq!(formats.len(), 4);
        for (format, text) in formats {
            for (name, value) in &headers.always {
                let line = text.lines().find(|line| line.contains(name));
                assert!(
                    line.is_some_and(|line| line.contains(value)),
                    "{format}: {name}"
                );
            }
            assert!(text.contains(KEPT) && text.contains(ASKED), "{format}");
            let bare = text.replace('\\', "");
            for kept in ["asaka.1a2b3c4d.bin", "app-0123456789abcdef.js"] {
                assert!(bare.contains(kept), "{format}: {kept}");
            }
            assert!(!text.contains("unsafe-inline"), "{format}");
        }
    }

    #[test]
    fn pages_are_asked_about_and_named_files_are_kept() {
        let file = Headers::of(&site()).as_headers_file();
        let cache = |address: &str| {
            let given = given(&file, address);
            let mut values = given.into_iter().filter(|(name, _)| name == CACHE);
            let value = values.next().map(|(_, value)| value);
            assert_eq!(values.next(), None, "{address}");
            value
        };
        for page in ["/", "/index.html", "/asaka/", "/asaka/needs.html", "/sw.js"] {
            assert_eq!(cache(page).as_deref(), Some(ASKED), "{page}");
        }
        for named in ["/asaka.1a2b3c4d.bin", "/app-0123456789abcdef.js"] {
            assert_eq!(cache(named).as_deref(), Some(KEPT), "{named}");
        }
        assert_eq!(cache("/missing.js"), None);
    }

    #[test]
    fn the_policy_follows_the_pages_and_everything_not_used_is_closed() {
        let policy = |site: &Files| given(&Headers::of(site).as_headers_file(), "/")[0].clone();
        let mut changed = site();
        changed.insert("index.html".to_owned(), b"<script>b()</script>".to_vec());
        assert_ne!(policy(&site()), policy(&changed));
        let file = Headers::of(&site()).as_headers_file();
        for closed in [
            "camera=()",
            "microphone=()",
            "geolocation=()",
            "frame-ancestors 'none'",
        ] {
            assert!(file.contains(closed), "{closed}");
        }
        assert!(file.contains("web-share=(self)"));
    }
}
