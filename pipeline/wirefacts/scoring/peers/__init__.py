"""Other extractors, each as its own documentation shows it: an adapter a module, found by the peer's name."""

from wirefacts.scoring.peers.loading import loaded_peer

__all__ = ["loaded_peer"]
