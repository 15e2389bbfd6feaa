"""Hand in work: look at the files, say what will fail, put them where they are collected."""

from autograder.hand_in.delivering import Place, deliver
from autograder.hand_in.parcel import HandInError, Item, Parcel, pack
from autograder.hand_in.places import Receipt, to_exchange, to_folder, to_zip

__all__ = [
    "HandInError",
    "Item",
    "Parcel",
    "Place",
    "Receipt",
    "deliver",
    "pack",
    "to_exchange",
    "to_folder",
    "to_zip",
]
