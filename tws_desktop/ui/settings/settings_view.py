"""Settings: who you are, how it looks, how the data are protected, the sample, licences of others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tws_desktop.catalog.data import data_root
from tws_desktop.services.samples import remove_sample, sample_plants
from tws_desktop.services.settings import Facilitator, facilitator, set_facilitator, set_setting, setting
from tws_desktop.services.workshops.projection import projection, set_projection
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.buttons import outlined
from tws_desktop.ui.kit.columns import Column
from tws_desktop.ui.kit.fields import ChoiceField
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.kit.text_viewer import TextViewer
from tws_desktop.ui.page import Action, HeaderState
from tws_desktop.ui.place_page import View
from tws_desktop.ui.record_form import RecordForm
from tws_desktop.ui.settings.passphrase_panel import PassphrasePanel, Protection
from tws_desktop.ui.settings.settings_presenter import BEAMERS, LOOKS, choices, licences, scale_choices
from tws_desktop.ui.start.code_form import Write
from tws_desktop.ui.two_columns import TwoColumns
from tws_desktop.ui.words import tr

LOOK, SCALE = "look", "text_scale"
"""Keys of the settings of the look: light, dark or system; per cent."""


@dataclass(frozen=True, slots=True)
class Can:
    """What the program can do here; what is None is not shown."""

    apply_look: Callable[[str, float], None] | None = None
    protection: Protection | None = None
    write: Write | None = None
    take_sample: Callable[[], None] | None = None
    places: tuple[tuple[str, str], ...] = ()


class SettingsView(View):
    """The page of settings."""

    tables = frozenset({"settings", "plants"})

    def __init__(self, desk: Desk, can: Can | None = None) -> None:
        super().__init__(desk)
        self._can = can or Can()
        self._who = Facilitator()
        self.who = RecordForm()
        self.who.add_text("name", tr("Name"))
        self.who.add_text("role", tr("Rolle"), tr("Steht unter Dokumenten, die Sie ausgeben"))
        offices = desk.catalog.choices.get("offices")
        self.who.add_suggest("office", tr("Geschäftsstelle"), [e.title for e in offices.entries] if offices else [])
        self.look = ChoiceField(tr("Helligkeit"), choices(LOOKS), "light")
        self.scale = ChoiceField(tr("Textgröße"), scale_choices(), "100")
        self.beamer = ChoiceField(tr("Beamer"), choices(BEAMERS), "beamer")
        self.sample_button = outlined(tr("Beispiel entfernen"), "trash-2")
        self.sample_words = WrapLabel("", "body", "text_2")
        self._has_sample = False
        self.passphrase: PassphrasePanel | None = None
        self._licences = licences(data_root() / "resources")
        self.licence = ChoiceField(tr("Bestandteil"), tuple((name, name, "") for name, _ in self._licences))
        self.licence_text = TextViewer(tr("Lizenztext"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Column(self._page(), tr("Einstellungen"), "bg"))
        self._connect()

    def refresh(self) -> None:
        """Read the settings again."""
        self.desk.calls.read(
            lambda work: (
                facilitator(work),
                setting(work, LOOK, "light"),
                setting(work, SCALE, 100),
                projection(work).ground,
                bool(sample_plants(work)),
            ),
            self._show,
        )

    def leave(self) -> None:
        """Hand on what is typed."""
        self.who.settle()
        super().leave()

    def header(self) -> HeaderState:
        """Back to Heute, and on to the trash."""
        trash = Action(tr("Papierkorb"), lambda: self.desk.open("trash", None), "trash-2")
        return HeaderState(tr("Einstellungen"), actions=(Action(tr("Zu Heute"), self._back, "arrow-left"), trash))

    def _show(self, found: tuple[Facilitator, str, int, str, bool]) -> None:
        self._who, look, scale, beamer, self._has_sample = found
        self.who.show_values({"name": self._who.name, "role": self._who.role, "office": self._who.office})
        self.look.set_key(look)
        self.scale.set_key(str(scale))
        self.beamer.set_key(beamer)
        words = tr("Das Beispiel Musterwerk Saar ist da. Es ist erfunden und überall gekennzeichnet.")
        self.sample_words.setText(words if self._has_sample else tr("Das Beispiel ist nicht da."))
        self.sample_button.setText(tr("Beispiel entfernen") if self._has_sample else tr("Beispiel holen"))
        self.sample_button.set_icon_name("trash-2" if self._has_sample else "file-down")
        self.sample_button.setVisible(self._has_sample or self._can.take_sample is not None)
        if self.passphrase is not None:
            self.passphrase.refresh()

    def _change_who(self, column: str, value: object) -> None:
        who = replace(self._who, **{column: str(value)})
        self._who = who
        self.desk.calls.write(
            lambda work: set_facilitator(work, who), failed=lambda sentence: self.who.show_fault(column, sentence)
        )

    def _change_look(self) -> None:
        look, scale = self.look.key, int(self.scale.key)

        def use_case(work: object) -> None:
            set_setting(work, LOOK, look)  # type: ignore[arg-type]
            set_setting(work, SCALE, scale)  # type: ignore[arg-type]

        def done(_none: None) -> None:
            if self._can.apply_look is not None:
                self._can.apply_look(look, scale / 100)

        self.desk.calls.write(use_case, done)

    def _sample(self) -> None:
        if self._has_sample:
            self.desk.calls.write(remove_sample, lambda _rows: self.told.emit(tr("Das Beispiel ist entfernt"), None))
        elif self._can.take_sample is not None:
            self._can.take_sample()

    def _show_licence(self, name: str) -> None:
        self.licence_text.show_text(dict(self._licences).get(name, ""))

    def _back(self) -> None:
        self.desk.open("today", None)

    def _connect(self) -> None:
        self.who.changed.connect(self._change_who)
        self.look.chosen.connect(lambda _key: self._change_look())
        self.scale.chosen.connect(lambda _key: self._change_look())
        self.beamer.chosen.connect(lambda key: self.desk.calls.write(lambda work: set_projection(work, ground=key)))
        self.sample_button.clicked.connect(self._sample)
        self.licence.chosen.connect(self._show_licence)
        if self._licences:
            self.licence.set_key(self._licences[0][0])
            self._show_licence(self._licences[0][0])

    def _page(self) -> QWidget:
        page = TwoColumns(1, 1)
        who, look = Panel(tr("Wer Sie sind"), "user-round"), Panel(tr("Aussehen"), "eye")
        who.add(self.who)
        for words, field in ((tr("Helligkeit"), self.look), (tr("Textgröße"), self.scale), (tr("Beamer"), self.beamer)):
            look.add(FormRow(words, field))
        page.left.addWidget(who)
        page.left.addWidget(look)
        page.left.addWidget(self._sample_panel())
        page.left.addStretch(1)
        if self._can.protection is not None and self._can.write is not None:
            self.passphrase = PassphrasePanel(self._can.protection, self._can.write, self.desk.today)
            page.right.addWidget(self.passphrase)
        if self._can.places:
            places = Panel(tr("Wo Ihre Daten liegen"), "hard-drive")
            for what, path in self._can.places:
                places.add(WrapLabel(what, "label"))
                places.add(WrapLabel(path, "body", "text_2"))
            page.right.addWidget(places)
        licence = Panel(tr("Lizenzen fremder Bestandteile"), "scale")
        licence.add(FormRow(tr("Bestandteil"), self.licence))
        licence.add(self.licence_text)
        page.right.addWidget(licence)
        page.right.addStretch(1)
        return page

    def _sample_panel(self) -> Panel:
        panel, row = Panel(tr("Beispiel"), "info"), QHBoxLayout()
        row.addWidget(self.sample_button)
        row.addStretch(1)
        panel.add(self.sample_words)
        panel.add_layout(row)
        return panel
