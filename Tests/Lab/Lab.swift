/// A network of real servers in namespaces of its own.
public enum Lab {}
