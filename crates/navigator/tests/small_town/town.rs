//! Builds a town line by line. Kinds are made where they are first named; each window has a number of its own
//! unless it is given another one.

use navigator::{
    Answer, Answers, AreaId, Catalog, Channels, Choice, Day, Entry, EntryId, Expr, Kind, KindId,
    Need, NeedId, OptionSet, Outcome, Question, QuestionId, Reason, Rule, RuleId, RuleSort,
    Suggestion, Truth, Via, suggest,
};

/// The day on which everything here happens.
pub const TODAY: Day = Day(20_000);

/// The kind that hears several troubles in one place.
pub const TOGETHER: &str = "together";

/// A rule on danger that leaves room for questions.
pub const DANGER: RuleSort = RuleSort::Crisis {
    stop: false,
    private: false,
};

/// A rule on violence.
pub const VIOLENCE: RuleSort = RuleSort::Crisis {
    stop: false,
    private: true,
};

/// A town in the making.
pub struct Town {
    pub catalog: Catalog,
}

impl Town {
    /// With the joined-up kind, which has no window yet, and nothing else.
    pub fn new() -> Self {
        let mut town = Self {
            catalog: Catalog::default(),
        };
        town.catalog.joined_up = town.kind(TOGETHER);
        town
    }

    pub fn kind(&mut self, id: &str) -> KindId {
        let known = self.catalog.kinds.iter().position(|kind| kind.id == id);
        let place = known.unwrap_or_else(|| {
            self.catalog.kinds.push(Kind {
                id: id.to_owned(),
                ..Kind::default()
            });
            self.catalog.kinds.len() - 1
        });
        KindId(small(place))
    }

    fn kinds(&mut self, ids: &[&str]) -> Vec<KindId> {
        ids.iter().map(|id| self.kind(id)).collect()
    }

    /// Whom a kind can help.
    pub fn fits(&mut self, kind: &str, fits: Expr) {
        let kind = self.kind(kind);
        self.catalog.kinds[kind.index()].fits = fits;
    }

    /// The field of windows (お金, 高齢, …) that a kind belongs to; 0 unless it is said.
    pub fn field(&mut self, kind: &str, field: u8) {
        let kind = self.kind(kind);
        self.catalog.kinds[kind.index()].field = field;
    }

    /// A window of the town that plays these roles, the main one first.
    pub fn window(&mut self, id: &str, kinds: &[&str]) -> &mut Entry {
        let place = self.catalog.entries.len();
        let kinds = self.kinds(kinds);
        for kind in &kinds {
            let entries = &mut self.catalog.kinds[kind.index()].entries;
            entries.push(EntryId(u32::try_from(place).unwrap()));
        }
        self.catalog.entries.push(Entry {
            id: id.to_owned(),
            kinds,
            channels: Channels {
                phone: format!("0{place}"),
                ..Channels::default()
            },
            ..Entry::default()
        });
        &mut self.catalog.entries[place]
    }

    /// A window that is called by way of who runs it: a card of its own, never a branch of another one.
    pub fn desk(&mut self, id: &str, kinds: &[&str]) -> &mut Entry {
        let desk = self.window(id, kinds);
        desk.via = Via::Operator;
        desk
    }

    pub fn entry(&self, id: &str) -> EntryId {
        let place = self.catalog.entries.iter().position(|entry| entry.id == id);
        EntryId(u32::try_from(place.unwrap()).unwrap())
    }

    pub fn entry_mut(&mut self, id: &str) -> &mut Entry {
        let place = self.entry(id).index();
        &mut self.catalog.entries[place]
    }

    /// The city hall with its switchboard, of a kind of its own.
    pub fn hall(&mut self) -> &mut Entry {
        self.window("hall", &["general"]).via = Via::Switchboard;
        self.catalog.town.switchboard = self.entry("hall");
        self.entry_mut("hall")
    }

    /// A window that the switchboard reaches.
    pub fn by_switchboard(&mut self, id: &str, kinds: &[&str]) {
        let hall = self.catalog.town.switchboard;
        let phone = self.catalog.entry(hall).channels.phone.clone();
        let window = self.window(id, kinds);
        window.channels.phone = phone;
        window.via = Via::Switchboard;
    }

    /// A trouble with the kinds to go to first and those that may help too.
    pub fn need(&mut self, id: &str, first: &[&str], also: &[&str]) -> NeedId {
        let need = Need {
            id: id.to_owned(),
            first: self.kinds(first),
            also: self.kinds(also),
            ..Need::default()
        };
        self.catalog.needs.push(need);
        NeedId(small(self.catalog.needs.len() - 1))
    }

    /// A question that applies to everybody, with one answer, and costs 1.
    pub fn question(&mut self, id: &str, options: &[&str]) -> QuestionId {
        let option = |id: &&str| Choice {
            id: (*id).to_owned(),
            ..Choice::default()
        };
        self.catalog.questions.push(Question {
            id: id.to_owned(),
            options: options.iter().map(option).collect(),
            cost: 1,
            ..Question::default()
        });
        QuestionId(small(self.catalog.questions.len() - 1))
    }

    pub fn question_mut(&mut self, id: QuestionId) -> &mut Question {
        &mut self.catalog.questions[id.index()]
    }

    pub fn rule(&mut self, sort: RuleSort, when: Expr, first: &[&str], also: &[&str]) -> RuleId {
        let rule = Rule {
            sort,
            when,
            first: self.kinds(first),
            also: self.kinds(also),
            ..Rule::default()
        };
        self.catalog.rules.push(rule);
        RuleId(small(self.catalog.rules.len() - 1))
    }

    /// A part of town, and the one window of the kind that is in charge of it.
    pub fn area(&mut self, name: &str, window: &str) -> AreaId {
        self.catalog.areas.push(navigator::Area {
            name: name.to_owned(),
            ..navigator::Area::default()
        });
        let area = AreaId(small(self.catalog.areas.len() - 1));
        self.entry_mut(window).areas.push(area);
        area
    }

    pub fn outcome(&self, answers: &Answers) -> Outcome {
        suggest(&self.catalog, answers, TODAY)
    }

    /// The windows on the cards, best first.
    pub fn cards(&self, answers: &Answers) -> Vec<&str> {
        let cards = self.outcome(answers).suggestions;
        cards.iter().map(|card| self.name(card.entry)).collect()
    }

    pub fn name(&self, id: EntryId) -> &str {
        &self.catalog.entry(id).id
    }

    /// The card of a window, which has to be there.
    pub fn card(&self, answers: &Answers, window: &str) -> Suggestion {
        let cards = self.outcome(answers).suggestions;
        let card = cards
            .into_iter()
            .find(|card| self.name(card.entry) == window);
        card.expect(window)
    }

    pub fn reasons(&self, answers: &Answers, window: &str) -> Vec<Reason> {
        self.card(answers, window).reasons
    }

    pub fn read(&self, when: &Expr, answers: &Answers) -> Truth {
        when.read(&self.catalog, answers)
    }
}

/// Somebody with these troubles, who has not been asked anything else.
pub fn troubles(needs: &[NeedId]) -> Answers {
    let mut answers = Answers::default();
    answers.needs = Answer::Chosen(needs.iter().copied().collect());
    answers
}

/// The answer that is this option alone.
pub fn option(option: usize) -> Answer<OptionSet> {
    Answer::Chosen(OptionSet::of(option))
}

pub fn options(options: &[usize]) -> OptionSet {
    options.iter().copied().collect()
}

/// The one answer to a question is this option.
pub fn is(question: QuestionId, option: usize) -> Expr {
    Expr::Within(question, OptionSet::of(option))
}

pub fn has_need(need: NeedId) -> Expr {
    Expr::Needs(std::iter::once(need).collect())
}

pub fn not(expr: Expr) -> Expr {
    Expr::Not(Box::new(expr))
}

fn small(place: usize) -> u16 {
    u16::try_from(place).unwrap()
}
