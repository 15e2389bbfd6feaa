"""Hand in work: look at the files, say what will fail, put them where they are collected."""

from autograder.frontends.hand_in.delivery import Place, deliver
from autograder.frontends.hand_in.destinations import Receipt, to_exchange, to_folder, to_zip
from autograder.frontends.hand_in.package import HandInError, Item, Parcel, pack

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
