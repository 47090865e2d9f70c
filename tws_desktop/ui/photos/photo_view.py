"""One photo large, with its words, who may see it, its place, and the way to strike it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tws_desktop.domain.attachments import Attachment
from tws_desktop.domain.confidentiality import Level
from tws_desktop.services.workshops.photos import LEVELS
from tws_desktop.ui.icons import draw_icon
from tws_desktop.ui.kit.buttons import icon_button, quiet, small
from tws_desktop.ui.kit.chips import level_mark
from tws_desktop.ui.kit.columns import Column
from tws_desktop.ui.kit.fields import ChoiceField, TextField
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.kit.kept_field import KeptField
from tws_desktop.ui.kit.labels import ElideLabel
from tws_desktop.ui.kit.paint import draw_box, follow_style, smooth
from tws_desktop.ui.palette import tokens
from tws_desktop.ui.photos.photo_presenter import PhotoPresenter
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

_LARGEST = 1600


class PhotoView(QWidget):
    """`show_photo(photo_id)`; `closed(photo_id)` leads back to where the photo seen last stands small."""

    closed = Signal(object)

    def __init__(self, presenter: PhotoPresenter, back: str) -> None:
        super().__init__()
        self._presenter = presenter
        self._id: UUID | None = None
        self.picture = _Large(presenter)
        self.title = ElideLabel("", "strong")
        self.close_button = small(back, "arrow-left")
        self.previous = icon_button(tr("Vorheriges Foto"), "chevron-left")
        self.next = icon_button(tr("Nächstes Foto"), "chevron-right")
        self.words = TextField(tr("Bildbeschreibung"))
        self.kept = KeptField(self.words)
        self.words_row = FormRow(tr("Was ist zu sehen? Steht unter dem Foto und wird vorgelesen."), self.words)
        self.level = ChoiceField(
            tr("Vertraulichkeit"), [(each.value, each.german, level_mark(each.value).symbol) for each in LEVELS]
        )
        self.phase = ChoiceField(tr("Phase"))
        self.earlier = quiet(tr("Weiter nach vorn"), "arrow-left")
        self.later = quiet(tr("Weiter nach hinten"), "arrow-right")
        self.strike = quiet(tr("Foto löschen"), "trash-2")
        self._lay_out()
        self.close_button.clicked.connect(self._close)
        self.previous.clicked.connect(lambda: self._step(-1))
        self.next.clicked.connect(lambda: self._step(1))
        self.earlier.clicked.connect(lambda: self._move(-1))
        self.later.clicked.connect(lambda: self._move(1))
        self.strike.clicked.connect(self._strike)
        self.level.chosen.connect(self._set_level)
        self.phase.chosen.connect(self._put_under)
        self.kept.settled.connect(self._describe)
        presenter.shown.connect(self._refresh)

    def show_photo(self, photo_id: UUID, *, covered: bool = False) -> None:
        """Shows a photo; covered ones only say that they are."""
        self.kept.settle()
        self._id = photo_id
        self.picture.covered = covered
        self.words_row.clear_fault()
        self._refresh()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back, the arrows turn over, Entf strikes."""
        match event.key():
            case Qt.Key.Key_Escape:
                self._close()
            case Qt.Key.Key_Left:
                self._step(-1)
            case Qt.Key.Key_Right:
                self._step(1)
            case Qt.Key.Key_Delete:
                self._strike()
            case _:
                super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(style().space("x2"))
        for widget, stretch in ((self.close_button, 0), (self.title, 1), (self.previous, 0), (self.next, 0)):
            head.addWidget(widget, stretch)
        choices = QHBoxLayout()
        choices.setSpacing(style().space("x3"))
        choices.addWidget(FormRow(tr("Wer darf es sehen?"), self.level), 2)
        choices.addWidget(FormRow(tr("Phase"), self.phase), 3)
        page = QWidget()
        page.setProperty("ground", "bg")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style().space("x2"))
        column.addLayout(head)
        column.addWidget(self.picture, 1)
        column.addWidget(self.words_row)
        column.addLayout(choices)
        column.addWidget(FlowRow(self.earlier, self.later, self.strike))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Column(page, tr("Foto"), "bg"))

    def _refresh(self) -> None:
        found = self._presenter.photo(self._id) if self._id is not None else None
        if found is None:
            if self._id is not None and self.isVisible():
                self._close()
            return
        phase, place = found
        photo, count = phase.photos[place], len(phase.photos)
        self.picture.show_photo(photo)
        self.title.setText(tr("Foto {place} von {count}").format(place=place + 1, count=count))
        self.kept.show_text("" if self.picture.covered else photo.alt)
        self.level.set_key(photo.level.value)
        steps = [
            (str(each.step.id), _phase_words(each.step.number, each.step.title), "") for each in self._presenter.phases
        ]
        self.phase.set_choices(steps, str(phase.step.id))
        for button, on in ((self.previous, place > 0), (self.next, place + 1 < count)):
            button.setEnabled(on)
        self.earlier.setEnabled(place > 0)
        self.later.setEnabled(place + 1 < count)
        self.words.setEnabled(not self.picture.covered)

    def _close(self) -> None:
        self.kept.settle()
        seen, self._id = self._id, None
        self.closed.emit(seen)

    def _step(self, by: int) -> None:
        found = self._presenter.photo(self._id) if self._id is not None else None
        if found is not None and 0 <= found[1] + by < len(found[0].photos):
            self.show_photo(found[0].photos[found[1] + by].id, covered=self.picture.covered)

    def _move(self, by: int) -> None:
        if self._id is not None:
            self._presenter.move(self._id, by)

    def _strike(self) -> None:
        if self._id is not None:
            photo_id = self._id
            self._close()
            self._presenter.strike(photo_id)

    def _describe(self, words: str) -> None:
        if self._id is not None and not self.picture.covered:
            self.words_row.clear_fault()
            self._presenter.describe(self._id, words, self.words_row.set_fault)

    def _set_level(self, key: str) -> None:
        if self._id is not None:
            self._presenter.set_level(self._id, Level(key))

    def _put_under(self, key: str) -> None:
        if self._id is not None:
            self._presenter.put_under(self._id, UUID(key))


class _Large(QWidget):
    """The whole picture, as large as there is room."""

    def __init__(self, presenter: PhotoPresenter) -> None:
        super().__init__()
        self.covered = False
        self._presenter = presenter
        self._photo: Attachment | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        presenter.image_ready.connect(lambda _hash: self.update())
        follow_style(self)

    def minimumSizeHint(self) -> QSize:
        """Enough to know the photo by."""
        return QSize(style().px(220), style().px(165))

    def show_photo(self, photo: Attachment) -> None:
        """Shows another photo."""
        self._photo = photo
        words = tr("Verdeckt, bis klar ist, welchen Bildschirm der Raum sieht.")
        self.setAccessibleName(words if self.covered else photo.alt)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """The picture in the middle on a calm ground."""
        painter = QPainter(self)
        smooth(painter)
        rect = QRectF(self.rect())
        draw_box(painter, rect, style().colour("sunken"), None, style().px(tokens().radius["card"]))
        image = self._presenter.image(self._photo, _LARGEST, _LARGEST) if self._photo and not self.covered else None
        if image is None:
            side = style().px(32)
            spot = QRectF((rect.width() - side) / 2, (rect.height() - side) / 2, side, side)
            draw_icon(painter, "lock" if self.covered else "image", spot, style().colour("text_2"))
        else:
            inner = rect.adjusted(1, 1, -1, -1)
            share = min(inner.width() / image.width(), inner.height() / image.height(), 2.0)
            size = QPointF(image.width() * share, image.height() * share)
            corner = inner.center() - size / 2
            painter.drawImage(QRectF(corner.x(), corner.y(), size.x(), size.y()), image)
        painter.end()


def _phase_words(number: str, title: str) -> str:
    return f"{number}. {title}" if number else title
